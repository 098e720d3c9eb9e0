//! Two modules out of one: the first holds memory, tables and globals, the later one reaches into it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, Instruction, Module, TableSection, TableType,
};
use wasmparser::{CodeSectionReader, DataSectionReader, ElementSectionReader, ExportSectionReader, FunctionSectionReader, Parser};
use wasmparser::{CustomSectionReader, TableSectionReader};

use super::optimized::Optimized;
use super::plan::Plan;
use super::wasm::Unfit;

/// What the later module calls the module it imports from: the loader gives it the first one's exports under this name.
const FIRST: &str = "first";

/// The modules.
#[derive(Debug)]
pub(in crate::site) struct Parts {
    /// What the page starts with.
    pub(in crate::site) first: Vec<u8>,
    /// What is added to it.
    pub(in crate::site) later: Vec<u8>,
}

/// How the program falls into two.
struct Split<'a> {
    program: &'a Optimized<'a>,
    /// The functions of the later part.
    later: BTreeSet<u32>,
    /// Where the first part finds those of them that it calls: places of the table, after all others.
    gates: BTreeMap<u32, u32>,
    /// The functions of the first part that the later one calls.
    lent: BTreeSet<u32>,
    /// The addresses of the later part's data.
    data: &'a [Range<u32>],
}

/// Splits an optimized program.
pub(super) fn split(wasm: &[u8], plan: &Plan) -> Result<Parts, Unfit> {
    let program = Optimized::read(wasm)?;
    let (later, gates) = program.sort(plan)?;
    let mut lent = BTreeSet::new();
    for function in &later {
        lent.extend(program.called_by(*function)?.difference(&later));
    }
    let gates = gates.into_iter().zip(program.table_length..).collect();
    let split = Split { program: &program, later, gates, lent, data: &plan.data };
    Ok(Parts { first: split.first(wasm)?, later: split.later()? })
}

impl Split<'_> {
    /// The module as it was, with a stub for each gate, without the other functions of the later part, and with exports for it.
    fn first(&self, wasm: &[u8]) -> Result<Vec<u8>, Unfit> {
        let mut module = Module::new();
        let mut first = First { split: self, indices: numbered((0..self.count()).filter(|function| self.is_in_first(*function))) };
        utils::parse_core_module(&mut first, &mut module, Parser::new(0), wasm)?;
        Ok(module.finish())
    }

    fn later(&self) -> Result<Vec<u8>, Unfit> {
        let program = self.program;
        let mut later = Later(numbered(self.lent.iter().chain(&self.later).copied()));
        let (mut imports, mut functions, mut code) = (ImportSection::new(), FunctionSection::new(), CodeSection::new());
        let mut names = names();
        for function in &self.lent {
            let name = names.next().unwrap_or_default();
            imports.import(FIRST, &name, EntityType::Function(program.type_of(*function)?));
        }
        for (kind, number, shared) in &program.shared {
            let name = names.next().unwrap_or_default();
            imports.import(FIRST, &name, self.lengthened(*kind, *number, *shared));
        }
        for (function, body) in program.defined().filter(|(function, _)| self.later.contains(function)) {
            functions.function(program.type_of(function)?);
            later.parse_function_body(&mut code, body.clone())?;
        }
        let pointed = program.table.iter().map(|(place, function)| (*place, *function));
        let gates = self.gates.iter().map(|(function, place)| (*place, *function));
        let mut elements = ElementSection::new();
        fill(&mut elements, pointed.chain(gates).filter(|(_, function)| self.later.contains(function)), &later.0);
        let data = later_data(&program.data, self.data);
        let mut module = Module::new();
        module.section(&program.types).section(&imports).section(&functions).section(&elements).section(&code).section(&data);
        Ok(module.finish())
    }

    fn count(&self) -> u32 {
        u32::try_from(self.program.functions.len()).unwrap_or_default()
    }

    fn is_in_first(&self, function: u32) -> bool {
        !self.later.contains(&function) || self.gates.contains_key(&function)
    }

    /// The table of functions with places for the gates; anything else as it is.
    fn lengthened(&self, kind: ExportKind, number: u32, shared: EntityType) -> EntityType {
        match shared {
            EntityType::Table(table) if (kind, number) == (ExportKind::Table, 0) => EntityType::Table(self.lengthened_table(table)),
            other => other,
        }
    }

    /// A function of the first part that passes a call on through the table.
    fn stub(&self, function: u32, place: u32) -> Result<Function, Unfit> {
        let mut stub = Function::new([]);
        for parameter in 0..self.program.parameters(function) {
            stub.instruction(&Instruction::LocalGet(parameter));
        }
        stub.instruction(&Instruction::I32Const(place.cast_signed()));
        stub.instruction(&Instruction::CallIndirect { type_index: self.program.type_of(function)?, table_index: 0 });
        stub.instruction(&Instruction::End);
        Ok(stub)
    }

    fn lengthened_table(&self, table: TableType) -> TableType {
        let more = u64::try_from(self.gates.len()).unwrap_or_default();
        TableType { minimum: table.minimum + more, maximum: table.maximum.map(|maximum| maximum + more), ..table }
    }
}

/// Writes the first module, section by section.
struct First<'a> {
    split: &'a Split<'a>,
    indices: BTreeMap<u32, u32>,
}

impl Reencode for First<'_> {
    type Error = Unfit;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Unfit>> {
        index_in(&self.indices, function)
    }

    fn parse_table_section(&mut self, tables: &mut TableSection, section: TableSectionReader<'_>) -> Result<(), Error<Unfit>> {
        for (number, table) in (0..).zip(section) {
            let table = self.table_type(table?.ty)?;
            tables.table(if number == 0 { self.split.lengthened_table(table) } else { table });
        }
        Ok(())
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, _: FunctionSectionReader<'_>) -> Result<(), Error<Unfit>> {
        for (function, _) in self.split.program.defined().filter(|(function, _)| self.split.is_in_first(*function)) {
            functions.function(self.split.program.type_of(function).map_err(Error::UserError)?);
        }
        Ok(())
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: ExportSectionReader<'_>) -> Result<(), Error<Unfit>> {
        utils::parse_export_section(self, exports, section)?;
        let mut names = names();
        for function in &self.split.lent {
            exports.export(&names.next().unwrap_or_default(), ExportKind::Func, self.function_index(*function)?);
        }
        for (kind, number, _) in &self.split.program.shared {
            exports.export(&names.next().unwrap_or_default(), *kind, *number);
        }
        Ok(())
    }

    fn parse_element_section(&mut self, elements: &mut ElementSection, _: ElementSectionReader<'_>) -> Result<(), Error<Unfit>> {
        let pointed = self.split.program.table.iter().map(|(place, function)| (*place, *function));
        fill(elements, pointed.filter(|(_, function)| !self.split.later.contains(function)), &self.indices);
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Result<(), Error<Unfit>> {
        for (function, body) in self.split.program.defined() {
            if let Some(place) = self.split.gates.get(&function) {
                code.function(&self.split.stub(function, *place).map_err(Error::UserError)?);
            } else if !self.split.later.contains(&function) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error<Unfit>> {
        Ok(first_data(&self.split.program.data, self.split.data).len())
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: DataSectionReader<'_>) -> Result<(), Error<Unfit>> {
        *data = first_data(&self.split.program.data, self.split.data);
        Ok(())
    }

    /// Names have served their purpose.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Unfit>> {
        Ok(())
    }
}

/// Writes the later module's functions: what they refer to has the same number in both modules, but for functions.
struct Later(BTreeMap<u32, u32>);

impl Reencode for Later {
    type Error = Unfit;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Unfit>> {
        index_in(&self.0, function)
    }
}

fn index_in(indices: &BTreeMap<u32, u32>, function: u32) -> Result<u32, Error<Unfit>> {
    indices.get(&function).copied().ok_or_else(|| Error::UserError(Unfit::new(format!("function {function} is in the other part"))))
}

/// Old numbers and new ones.
fn numbered(functions: impl Iterator<Item = u32>) -> BTreeMap<u32, u32> {
    functions.zip(0..).collect()
}

/// Short names: `0`, `1`, … `z`, `10`, … Nothing that is exported already is called so.
fn names() -> impl Iterator<Item = String> {
    (0_u32..).map(|number| {
        let mut rest = number;
        let mut name = String::new();
        loop {
            name.extend(char::from_digit(rest % 36, 36));
            rest /= 36;
            if rest == 0 {
                break name;
            }
        }
    })
}

/// Puts functions into the table, neighbours together.
fn fill(elements: &mut ElementSection, places: impl Iterator<Item = (u32, u32)>, indices: &BTreeMap<u32, u32>) {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (place, function) in places {
        let Some(index) = indices.get(&function).copied() else { continue };
        match runs.last_mut() {
            Some((start, run)) if usize::try_from(place - *start) == Ok(run.len()) => run.push(index),
            _ => runs.push((place, vec![index])),
        }
    }
    for (start, run) in runs {
        elements.active(None, &ConstExpr::i32_const(start.cast_signed()), Elements::Functions(run.into()));
    }
}

/// The segments with zeros where the later part's data will be: packed, that is less than many segments.
fn first_data(segments: &[(u32, &[u8])], later: &[Range<u32>]) -> DataSection {
    let mut data = DataSection::new();
    for (address, content) in segments {
        let bytes = (*address..).zip(*content).map(|(address, byte)| if lies_in(later, address) { 0 } else { *byte });
        data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.collect::<Vec<_>>());
    }
    data
}

/// The later part's data alone, each run of it a segment: what lies between may have changed when it arrives.
fn later_data(segments: &[(u32, &[u8])], later: &[Range<u32>]) -> DataSection {
    let mut data = DataSection::new();
    for (address, content) in segments {
        let bytes: Vec<_> = (*address..).zip(*content).collect();
        for run in bytes.chunk_by(|(one, _), (next, _)| lies_in(later, *one) == lies_in(later, *next)) {
            if let Some((start, _)) = run.first().filter(|(address, _)| lies_in(later, *address)) {
                let bytes: Vec<u8> = run.iter().map(|(_, byte)| **byte).collect();
                data.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes);
            }
        }
    }
    data
}

fn lies_in(ranges: &[Range<u32>], address: u32) -> bool {
    let next = ranges.partition_point(|range| range.start <= address);
    next.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|range| range.contains(&address))
}
