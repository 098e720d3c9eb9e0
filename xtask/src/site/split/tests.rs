//! A program small enough to see through, split.

use super::linked::{Linked, Piece};
use super::plan::Plan;
use super::*;
use std::collections::BTreeSet;
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, Instruction, LinkingSection, MemorySection, MemoryType, Module, NameMap,
    NameSection, RefType, SymbolTable, TableSection, TableType, TypeSection,
};
use wasmparser::{Parser, Payload, Validator};

const LOG: u32 = 0;
const MAIN: u32 = 1;
const GATE: u32 = 2;
const HIDDEN: u32 = 3;
const POINTED: u32 = 4;
const SHARED: u32 = 5;
const NAMES: [&str; 6] = ["log", "app::main", "app::gate", "app::hidden", "app::pointed", "app::shared"];

/// What each function calls. `main` also reads the data at 100, `hidden` that at 108, which refers to `pointed`.
const CALLS: [(u32, &[u32]); 5] = [(MAIN, &[GATE, SHARED]), (GATE, &[HIDDEN]), (HIDDEN, &[SHARED, LOG]), (POINTED, &[]), (SHARED, &[])];

const FIRST_DATA: u32 = 100;
const LATER_DATA: u32 = 108;

/// How the linker writes a reference down.
enum Reference {
    Call(u32),
    Address(u32),
}

/// The program; with what the linker knows, or with other calls as after an optimizer.
fn program(calls: &[(u32, &[u32])], is_linked: bool) -> Vec<u8> {
    let (mut module, mut types, mut imports, mut functions) =
        (Module::new(), TypeSection::new(), ImportSection::new(), FunctionSection::new());
    types.ty().function([], []);
    imports.import("js", "log", EntityType::Function(0));
    for _ in CALLS {
        functions.function(0);
    }
    let mut tables = TableSection::new();
    tables.table(TableType { element_type: RefType::FUNCREF, table64: false, minimum: 3, maximum: Some(3), shared: false });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut exports = ExportSection::new();
    exports.export("main", ExportKind::Func, MAIN).export("memory", ExportKind::Memory, 0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([POINTED, SHARED].as_slice().into()));
    let mut code = CodeSection::new();
    // Where each body ends, counted from the section's start; its references are said to be there.
    let mut ends = Vec::new();
    for (_, called) in calls {
        let mut body = Function::new([]);
        for function in *called {
            body.instruction(&Instruction::Call(*function));
        }
        code.function(body.instruction(&Instruction::End));
        ends.push(u8::try_from(code.byte_len()).unwrap());
    }
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(FIRST_DATA.cast_signed()), *b"firstPADlaterX\x01\0");
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories).section(&exports);
    module.section(&elements).section(&code).section(&data);
    if is_linked {
        let mut symbols = SymbolTable::new();
        for (index, name) in (0..).zip(NAMES) {
            symbols.function(if index == LOG { SymbolTable::WASM_SYM_UNDEFINED } else { 0 }, index, (index != LOG).then_some(name));
        }
        for (name, offset, size) in [("FIRST", 0, 5), ("LATER", LATER_DATA - FIRST_DATA, 8)] {
            symbols.data(0, name, Some(DataSymbolDefinition { index: 0, offset, size }));
        }
        module.section(LinkingSection::new().symbol_table(&symbols));
        let mut code_references: Vec<_> = calls
            .iter()
            .zip(&ends)
            .flat_map(|((_, called), end)| called.iter().map(|function| (*end, Reference::Call(*function))))
            .collect();
        code_references.extend([(ends[0], Reference::Address(6)), (ends[2], Reference::Address(7))]);
        module.section(&relocations("reloc.CODE", 7, &code_references));
        // A table index at the fourth byte from the end of the data; its section has a count, a header of five bytes, 16 bytes.
        module.section(&custom("reloc.DATA", &[8, 1, 2, 1 + 5 + 14, u8::try_from(POINTED).unwrap()]));
    }
    let (mut names, mut map) = (NameSection::new(), NameMap::new());
    (0..).zip(NAMES).for_each(|(index, name)| map.append(index, name));
    names.functions(&map);
    module.section(&names);
    module.finish()
}

fn relocations(name: &'static str, section: u8, references: &[(u8, Reference)]) -> CustomSection<'static> {
    let mut content = vec![section, u8::try_from(references.len()).unwrap()];
    for (place, reference) in references {
        match reference {
            Reference::Call(function) => content.extend([0, *place, u8::try_from(*function).unwrap()]),
            Reference::Address(symbol) => content.extend([4, *place, u8::try_from(*symbol).unwrap(), 0]),
        }
    }
    custom(name, &content)
}

fn custom(name: &'static str, content: &[u8]) -> CustomSection<'static> {
    CustomSection { name: name.into(), data: content.to_vec().into() }
}

const GATES: Gates<'_> = Gates { later: &["app::g*e"], behind: &["app::hidden"] };

fn plan() -> Plan {
    Plan::new(&Linked::read(&program(&CALLS, true)).unwrap(), GATES).unwrap()
}

/// Where the data that only `hidden` reads lies.
fn later_data() -> std::ops::Range<u32> {
    LATER_DATA..LATER_DATA + 8
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// What a module imports, exports, how many functions it has of its own, and its data.
#[derive(Debug, Default, PartialEq)]
struct Shown {
    imports: Vec<String>,
    exports: Vec<String>,
    functions: usize,
    data: Vec<(u32, String)>,
}

fn show(wasm: &[u8]) -> Shown {
    Validator::new().validate_all(wasm).unwrap();
    let mut shown = Shown::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.unwrap() {
            Payload::ImportSection(reader) => {
                let names = reader.into_imports().map(|import| import.map(|import| format!("{}.{}", import.module, import.name)));
                shown.imports = names.collect::<Result<_, _>>().unwrap();
            }
            Payload::ExportSection(reader) => shown.exports = reader.into_iter().map(|export| export.unwrap().name.to_owned()).collect(),
            Payload::CodeSectionEntry(_) => shown.functions += 1,
            Payload::DataSection(reader) => {
                for segment in reader {
                    let segment = segment.unwrap();
                    let wasmparser::DataKind::Active { offset_expr, .. } = &segment.kind else { panic!("a passive segment") };
                    shown.data.push((wasm::constant(offset_expr).unwrap(), String::from_utf8_lossy(segment.data).into_owned()));
                }
            }
            Payload::CustomSection(custom) => panic!("a custom section is left: {}", custom.name()),
            _ => {}
        }
    }
    shown
}

#[test]
fn what_the_linker_wrote_down_is_read() {
    let linked = Linked::read(&program(&CALLS, true)).unwrap();
    assert_eq!(linked.data, [FIRST_DATA..FIRST_DATA + 5, later_data()]);
    assert_eq!(linked.roots, [Piece::Function(MAIN)]);
    assert_eq!(linked.uses(Piece::Function(MAIN)), [Piece::Function(GATE), Piece::Function(SHARED), Piece::Data(0)]);
    assert_eq!(linked.uses(Piece::Function(HIDDEN)), [Piece::Function(SHARED), Piece::Function(LOG), Piece::Data(1)]);
    assert_eq!(linked.uses(Piece::Data(1)), [Piece::Function(POINTED)]);
    assert_eq!(linked.uses(Piece::Data(0)), []);
}

#[test]
fn what_is_behind_a_gate_is_later() {
    let expect = Plan {
        // Where an imported function is needed is decided when the modules are written.
        later: set(&["app::gate", "app::hidden", "app::pointed", "log"]),
        gates: set(&["app::gate"]),
        table: [2].into(),
        data: [later_data()].into(),
    };
    assert_eq!(plan(), expect);
}

#[test]
fn two_modules_make_the_program() {
    let parts = parts::split(&program(&CALLS, false), &plan()).unwrap();
    let first = Shown {
        imports: vec!["js.log".into()],
        // The last four are for the later part: two functions, the table, the memory.
        exports: ["main", "memory", "0", "1", "2", "3"].map(str::to_owned).to_vec(),
        // With a stub for the gate.
        functions: 3,
        data: vec![(FIRST_DATA, "firstPAD\0\0\0\0\0\0\0\0".into())],
    };
    let later = Shown {
        imports: ["first.0", "first.1", "first.2", "first.3"].map(str::to_owned).to_vec(),
        exports: vec![],
        functions: 3,
        data: vec![(LATER_DATA, "laterX\x01\0".into())],
    };
    assert_eq!((show(&parts.first), show(&parts.later)), (first, later));
}

#[test]
fn what_the_optimizer_moved_past_a_gate_is_first() {
    // `hidden` was inlined into the gate, and `main` shares a function with it that was the gate's alone.
    let moved: [(u32, &[u32]); 5] = [(MAIN, &[GATE, POINTED]), (GATE, &[SHARED, LOG]), (HIDDEN, &[]), (POINTED, &[HIDDEN]), (SHARED, &[])];
    let parts = parts::split(&program(&moved, false), &plan()).unwrap();
    assert_eq!((show(&parts.first).functions, show(&parts.later).functions), (5, 1));
}

#[test]
fn a_way_around_a_gate_is_refused_and_shown() {
    let around: [(u32, &[u32]); 5] = [(MAIN, &[GATE, SHARED]), (GATE, &[HIDDEN]), (HIDDEN, &[]), (POINTED, &[]), (SHARED, &[HIDDEN])];
    let split = Split::of(&program(&around, true), GATES).map(|_| ()).map_err(|failure| failure.to_string());
    let expect = "the program can't be split: `app::hidden` is reached without passing a gate: app::main > app::shared > app::hidden";
    assert_eq!(split, Err(expect.to_owned()));
}

#[test]
fn what_cannot_be_split_is_said() {
    let split = |wasm: &[u8], gates| Split::of(wasm, gates).map(|_| ()).map_err(|failure| failure.to_string());
    let unlinked = "the program can't be split: it was not linked with `--emit-relocs`";
    assert_eq!(split(&program(&CALLS, false), GATES), Err(unlinked.to_owned()));
    let gates = Gates { later: &["app::gone"], behind: &[] };
    let renamed = "the program can't be split: it has no function `app::gone`; was it renamed, or is it not `#[inline(never)]`?";
    assert_eq!(split(&program(&CALLS, true), gates), Err(renamed.to_owned()));
}

#[test]
fn the_linkers_notes_are_removed_and_nothing_else() {
    assert_eq!(without_linking(&program(&CALLS, true)), Ok(program(&CALLS, false)));
}
