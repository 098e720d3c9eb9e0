//! What the linker knows: which function and which piece of data refers to which.
//!
//! The page's program is linked with `--emit-relocs`, so every reference in it is listed. Nothing here is a guess: a number
//! that happens to look like an address is none.

use rustc_demangle::demangle;
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{DataKind, KnownCustom, Linking, Parser, Payload, RelocationEntry, RelocationType, SectionLimited, SymbolInfo, TypeRef};

use super::wasm::{self, Unfit};

/// A function or a piece of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    /// A function, by its index.
    Function(u32),
    /// A piece of data, by its place in [`Linked::data`].
    Data(usize),
}

/// The program as it was linked.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// The name of each function as the linker knows it.
    pub(super) names: BTreeMap<u32, String>,
    /// Where each piece of data lies in memory: in order, and none over another.
    pub(super) data: Vec<Range<u32>>,
    /// What is used from outside: what is exported, and what is referred to from bytes that are no piece.
    pub(super) roots: Vec<Piece>,
    /// The function at each place of the table.
    pub(super) table: BTreeMap<u32, u32>,
    uses: BTreeMap<Piece, Vec<Piece>>,
}

impl Linked {
    /// Reads a program that was linked with `--emit-relocs`.
    pub(super) fn read(wasm: &[u8]) -> Result<Self, Unfit> {
        Sections::read(wasm)?.link()
    }

    /// What a piece refers to.
    pub(super) fn uses(&self, piece: Piece) -> &[Piece] {
        self.uses.get(&piece).map_or(&[], Vec::as_slice)
    }

    /// A function's path in the source, without the hash of its build.
    pub(super) fn path(&self, function: u32) -> String {
        self.names.get(&function).map(|name| format!("{:#}", demangle(name))).unwrap_or_default()
    }
}

/// What a relocation means by a symbol.
#[derive(Clone, Copy)]
enum Symbol {
    Function(u32),
    /// A segment, and the place in it.
    Data(usize, u32),
    /// A global, a table, or nothing that has bytes.
    Other,
}

/// What is read of the file; places are the file's.
#[derive(Default)]
struct Sections<'a> {
    linked: Linked,
    /// How many sections there were so far.
    count: u32,
    imported: u32,
    code: Option<(u32, u64)>,
    bodies: Vec<Range<u64>>,
    data: Option<(u32, u64)>,
    /// Where each segment is in the file and in memory.
    segments: Vec<(Range<u64>, u32)>,
    symbols: Vec<(Symbol, u32)>,
    relocations: Vec<(u32, SectionLimited<'a, RelocationEntry>)>,
}

impl<'a> Sections<'a> {
    fn read(wasm: &'a [u8]) -> Result<Self, Unfit> {
        let mut sections = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            sections.take(&payload)?;
            sections.count += u32::from(payload.as_section().is_some());
        }
        Ok(sections)
    }

    fn take(&mut self, payload: &Payload<'a>) -> Result<(), Unfit> {
        match payload {
            Payload::ImportSection(reader) => {
                for import in reader.clone().into_imports() {
                    self.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(reader) => self.linked.roots.extend(wasm::exported_functions(reader)?.into_iter().map(Piece::Function)),
            Payload::StartSection { func, .. } => self.linked.roots.push(Piece::Function(*func)),
            Payload::ElementSection(reader) => self.linked.table = wasm::table(reader)?,
            Payload::CodeSectionStart { unchecked_range, .. } => self.code = Some((self.count, unchecked_range.start)),
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(reader) => {
                self.data = Some((self.count, reader.range().start));
                for segment in reader.clone() {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = &segment.kind else { return Err(Unfit::new("a segment is passive")) };
                    let length = u64::try_from(segment.data.len()).unwrap_or_default();
                    self.segments.push((segment.range.end - length..segment.range.end, wasm::constant(offset_expr)?));
                }
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Name(_) => self.linked.names = wasm::names(custom)?,
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = part? {
                            self.symbols = symbols.into_iter().map(|symbol| symbol.map(symbol_of)).collect::<Result<_, _>>()?;
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => self.relocations.push((relocations.section_index(), relocations.entries())),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn link(mut self) -> Result<Linked, Unfit> {
        if self.symbols.is_empty() || self.relocations.is_empty() {
            return Err(Unfit::new("it was not linked with `--emit-relocs`"));
        }
        self.linked.data = self.pieces();
        for (section, relocations) in std::mem::take(&mut self.relocations) {
            for relocation in relocations {
                let relocation = relocation?;
                let Some(target) = self.target(&relocation) else { continue };
                let place = |start: u64| start + u64::from(relocation.offset);
                let from = match (self.code, self.data) {
                    (Some((code, start)), _) if code == section => self.function_at(place(start)),
                    (_, Some((data, start))) if data == section => self.data_at(place(start)),
                    // Debug information and the like.
                    _ => continue,
                };
                match from {
                    Some(from) => self.linked.uses.entry(from).or_default().push(target),
                    None => self.linked.roots.push(target),
                }
            }
        }
        Ok(self.linked)
    }

    /// The symbols' data, those that overlap as one.
    fn pieces(&self) -> Vec<Range<u32>> {
        let mut pieces: Vec<Range<u32>> = Vec::new();
        let mut found: Vec<_> = self.symbols.iter().filter_map(|(symbol, size)| Some((self.address(*symbol, 0)?, *size))).collect();
        found.sort_unstable();
        for (start, size) in found.into_iter().filter(|(_, size)| *size > 0) {
            match pieces.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(start + size),
                _ => pieces.push(start..start + size),
            }
        }
        pieces
    }

    fn address(&self, symbol: Symbol, further: u32) -> Option<u32> {
        match symbol {
            Symbol::Data(segment, offset) => Some(self.segments.get(segment)?.1 + offset + further),
            Symbol::Function(_) | Symbol::Other => None,
        }
    }

    fn target(&self, relocation: &RelocationEntry) -> Option<Piece> {
        use RelocationType::{FunctionIndexLeb, MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb, TableIndexI32, TableIndexSleb};
        let symbol = self.symbols.get(usize::try_from(relocation.index).ok()?)?.0;
        match (relocation.ty, symbol) {
            (FunctionIndexLeb | TableIndexI32 | TableIndexSleb, Symbol::Function(function)) => Some(Piece::Function(function)),
            // Whatever is added to a symbol's address, it is the symbol that is meant.
            (MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32, Symbol::Data(..)) => self.piece_at(self.address(symbol, 0)?),
            _ => None,
        }
    }

    fn function_at(&self, place: u64) -> Option<Piece> {
        let next = self.bodies.partition_point(|body| body.start <= place);
        let body = self.bodies.get(next.checked_sub(1)?).filter(|body| body.contains(&place));
        body.and(u32::try_from(next - 1).ok()).map(|index| Piece::Function(self.imported + index))
    }

    fn data_at(&self, place: u64) -> Option<Piece> {
        let (file, memory) = self.segments.iter().find(|(file, _)| file.contains(&place))?;
        self.piece_at(memory + u32::try_from(place - file.start).ok()?)
    }

    fn piece_at(&self, address: u32) -> Option<Piece> {
        let next = self.linked.data.partition_point(|piece| piece.start <= address);
        let index = next.checked_sub(1)?;
        self.linked.data.get(index)?.contains(&address).then_some(Piece::Data(index))
    }
}

fn symbol_of(symbol: SymbolInfo<'_>) -> (Symbol, u32) {
    match symbol {
        SymbolInfo::Func { index, .. } => (Symbol::Function(index), 0),
        SymbolInfo::Data { symbol: Some(data), .. } => match usize::try_from(data.index) {
            Ok(segment) => (Symbol::Data(segment, data.offset), data.size),
            Err(_) => (Symbol::Other, 0),
        },
        _ => (Symbol::Other, 0),
    }
}
