//! What both readers of wasm need of it.

use std::collections::BTreeMap;
use std::fmt;
use wasm_encoder::{Module, RawSection};
use wasmparser::{
    ConstExpr, CustomSectionReader, ElementItems, ElementKind, ElementSectionReader, ExportSectionReader, ExternalKind, KnownCustom, Name,
    Operator, Parser, Payload,
};

use crate::failure::{Failure, Outcome};

/// A module that is not of the kind that can be split, and what about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unfit(String);

impl Unfit {
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<wasmparser::Error> for Unfit {
    fn from(error: wasmparser::Error) -> Self {
        Self(error.to_string())
    }
}

impl<E: fmt::Display> From<wasm_encoder::reencode::Error<E>> for Unfit {
    fn from(error: wasm_encoder::reencode::Error<E>) -> Self {
        Self(error.to_string())
    }
}

/// The value of a constant expression that is one number.
pub(super) fn constant(expression: &ConstExpr<'_>) -> Result<u32, Unfit> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => Err(Unfit::new(format!("an address is not a number: {other:?}"))),
    }
}

/// The names of functions.
pub(super) fn names(custom: &CustomSectionReader<'_>) -> Result<BTreeMap<u32, String>, Unfit> {
    let mut found = BTreeMap::new();
    if let KnownCustom::Name(names) = custom.as_known() {
        for names in names {
            if let Name::Function(names) = names? {
                for naming in names {
                    let naming = naming?;
                    found.insert(naming.index, naming.name.to_owned());
                }
            }
        }
    }
    Ok(found)
}

/// The functions that are exported.
pub(super) fn exported_functions(reader: &ExportSectionReader<'_>) -> Result<Vec<u32>, Unfit> {
    let mut functions = Vec::new();
    for export in reader.clone() {
        let export = export?;
        if export.kind == ExternalKind::Func {
            functions.push(export.index);
        }
    }
    Ok(functions)
}

/// The function at each place of the first table, which is the one of function pointers.
pub(super) fn table(reader: &ElementSectionReader<'_>) -> Result<BTreeMap<u32, u32>, Unfit> {
    let mut table = BTreeMap::new();
    for segment in reader.clone() {
        let segment = segment?;
        let (ElementKind::Active { table_index: None | Some(0), offset_expr }, ElementItems::Functions(functions)) =
            (segment.kind, segment.items)
        else {
            return Err(Unfit::new("its table is not filled with functions from the start"));
        };
        for (place, function) in (constant(&offset_expr)?..).zip(functions) {
            table.insert(place, function?);
        }
    }
    Ok(table)
}

/// A module without what the linker wrote down for others, which is no longer true once anything moved.
pub(in crate::site) fn without_linking(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| Failure::new(format!("the program can't be read: {error}")))?;
        if let Payload::CustomSection(custom) = &payload
            && (custom.name() == "linking" || custom.name().starts_with("reloc."))
        {
            continue;
        }
        let range =
            payload.as_section().and_then(|(id, range)| Some((id, usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?)));
        if let Some((id, data)) = range.and_then(|(id, range)| Some((id, wasm.get(range)?))) {
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}
