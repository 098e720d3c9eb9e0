//! The optimized program, read: what the two parts are made of.

use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{EntityType, ExportKind, TypeSection};
use wasmparser::{DataKind, FunctionBody, Operator, Parser, Payload, TypeRef};

use super::plan::Plan;
use super::wasm::{self, Unfit};

/// A module, as far as splitting it needs to know.
#[derive(Debug, Default)]
pub(super) struct Optimized<'a> {
    /// The types of functions.
    pub(super) types: TypeSection,
    /// For each parameter list, how many parameters.
    parameters: Vec<u32>,
    /// How many functions are imported.
    pub(super) imported: u32,
    /// The type of each function, imported ones first.
    pub(super) functions: Vec<u32>,
    /// The bodies of those that are not imported.
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// Tables, memories and globals, for who imports them: kind, number, type.
    pub(super) shared: Vec<(ExportKind, u32, EntityType)>,
    /// The function at each place of the table.
    pub(super) table: BTreeMap<u32, u32>,
    /// How long the table is.
    pub(super) table_length: u32,
    /// Each segment of data and its address.
    pub(super) data: Vec<(u32, &'a [u8])>,
    exported: Vec<u32>,
    names: BTreeMap<u32, String>,
}

impl<'a> Optimized<'a> {
    /// Reads a module.
    pub(super) fn read(wasm: &'a [u8]) -> Result<Self, Unfit> {
        let mut optimized = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            optimized.take(payload?)?;
        }
        Ok(optimized)
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<(), Unfit> {
        let mut encoder = RoundtripReencoder;
        match payload {
            Payload::TypeSection(reader) => {
                for types in reader.clone().into_iter_err_on_gc_types() {
                    self.parameters.push(u32::try_from(types?.params().len()).unwrap_or_default());
                }
                encoder.parse_type_section(&mut self.types, reader)?;
            }
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    match import?.ty {
                        TypeRef::Func(index) => self.functions.push(index),
                        other => return Err(Unfit::new(format!("it imports more than functions: {other:?}"))),
                    }
                }
                self.imported = u32::try_from(self.functions.len()).unwrap_or_default();
            }
            Payload::FunctionSection(reader) => {
                for index in reader {
                    self.functions.push(index?);
                }
            }
            Payload::TableSection(reader) => {
                for (number, table) in (0..).zip(reader) {
                    let table = table?.ty;
                    if number == 0 {
                        self.table_length = u32::try_from(table.initial).unwrap_or_default();
                    }
                    self.shared.push((ExportKind::Table, number, encoder.table_type(table)?.into()));
                }
            }
            Payload::MemorySection(reader) => {
                for (number, memory) in (0..).zip(reader) {
                    self.shared.push((ExportKind::Memory, number, encoder.memory_type(memory?)?.into()));
                }
            }
            Payload::GlobalSection(reader) => {
                for (number, global) in (0..).zip(reader) {
                    self.shared.push((ExportKind::Global, number, encoder.global_type(global?.ty)?.into()));
                }
            }
            Payload::ExportSection(reader) => self.exported = wasm::exported_functions(&reader)?,
            Payload::StartSection { func, .. } => self.exported.push(func),
            Payload::ElementSection(reader) => self.table = wasm::table(&reader)?,
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = &segment.kind else { return Err(Unfit::new("a segment is passive")) };
                    self.data.push((wasm::constant(offset_expr)?, segment.data));
                }
            }
            Payload::CustomSection(custom) if custom.name() == "name" => self.names = wasm::names(&custom)?,
            _ => {}
        }
        Ok(())
    }

    /// How many parameters a function has.
    pub(super) fn parameters(&self, function: u32) -> u32 {
        let parameters = self.type_of(function).ok().and_then(|index| self.parameters.get(usize::try_from(index).ok()?));
        parameters.copied().unwrap_or_default()
    }

    /// The type of a function.
    pub(super) fn type_of(&self, function: u32) -> Result<u32, Unfit> {
        let index = usize::try_from(function).ok().and_then(|index| self.functions.get(index));
        index.copied().ok_or_else(|| Unfit::new(format!("function {function} has no type")))
    }

    /// Every function that is not imported, with its body.
    pub(super) fn defined(&self) -> impl Iterator<Item = (u32, &FunctionBody<'a>)> {
        (self.imported..).zip(&self.bodies)
    }

    /// Which of its functions are later, and which of those the first part calls.
    ///
    /// The plan was made before the optimizer; what that moved is followed: whatever the first part calls is first, but
    /// for the gates.
    pub(super) fn sort(&self, plan: &Plan) -> Result<(BTreeSet<u32>, BTreeSet<u32>), Unfit> {
        let named = |names: &BTreeSet<String>, function: u32| self.names.get(&function).is_some_and(|name| names.contains(name));
        let mut later: BTreeSet<u32> =
            self.defined().map(|(function, _)| function).filter(|function| named(&plan.later, *function)).collect();
        let pointed = self.table.iter().filter(|(place, _)| plan.table.contains(place)).map(|(_, function)| function);
        for function in self.exported.iter().chain(pointed) {
            later.remove(function);
        }
        let mut gates = BTreeSet::new();
        let mut open: Vec<u32> = self.defined().map(|(function, _)| function).filter(|function| !later.contains(function)).collect();
        while let Some(function) = open.pop() {
            for called in self.called_by(function)? {
                if later.contains(&called) && named(&plan.gates, called) {
                    gates.insert(called);
                } else if later.remove(&called) {
                    open.push(called);
                }
            }
        }
        Ok((later, gates))
    }

    /// The functions that a function calls by name.
    pub(super) fn called_by(&self, function: u32) -> Result<BTreeSet<u32>, Unfit> {
        let mut called = BTreeSet::new();
        let body = function.checked_sub(self.imported).and_then(|index| self.bodies.get(usize::try_from(index).ok()?));
        let Some(body) = body else { return Ok(called) };
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            match operators.read()? {
                Operator::Call { function_index } | Operator::ReturnCall { function_index } => called.insert(function_index),
                Operator::RefFunc { .. } | Operator::MemoryInit { .. } | Operator::DataDrop { .. } | Operator::TableInit { .. } => {
                    return Err(Unfit::new("it refers to a function, a segment or a part of a table by number"));
                }
                _ => false,
            };
        }
        Ok(called)
    }
}
