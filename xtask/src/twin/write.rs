//! Trees as JavaScript, in the few forms that npm/assemble.js reads.

use super::read::{Expr, Function, Kind, Label, Module, Op, Stmt, View};
use anyhow::{Context, Result, bail};
use std::fmt::Write as _;
use wasmparser::ExternalKind;

/// How tight an operator binds.
mod level {
    pub const COMMA: u8 = 1;
    pub const SET: u8 = 2;
    pub const PICK: u8 = 3;
    pub const OR: u8 = 4;
    pub const XOR: u8 = 5;
    pub const AND: u8 = 6;
    pub const EQUAL: u8 = 7;
    pub const COMPARE: u8 = 8;
    pub const SHIFT: u8 = 9;
    pub const SUM: u8 = 10;
    pub const PRODUCT: u8 = 11;
    pub const UNARY: u8 = 12;
    pub const ATOM: u8 = 13;
}

/// What JavaScript has where the module has 32 bits.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// An int32; all that is in a local is one.
    Int,
    /// An int32 that is never below 0.
    Natural,
    /// A uint32.
    Unsigned,
    /// The exact sum of a few int32.
    Sum,
    Truth,
    Double,
    Nothing,
}

struct Text {
    text: String,
    level: u8,
    form: Form,
}

impl Text {
    fn new(text: String, level: u8, form: Form) -> Self {
        Self { text, level, form }
    }

    /// For a place that takes operators from this level on.
    fn at(self, level: u8) -> String {
        if self.level < level { format!("({})", self.text) } else { self.text }
    }

    /// As an int32.
    fn int(self) -> Self {
        match self.form {
            Form::Int | Form::Natural | Form::Double | Form::Nothing => self,
            Form::Unsigned | Form::Sum | Form::Truth => {
                Self::new(format!("{}|0", self.at(level::OR)), level::OR, Form::Int)
            }
        }
    }

    /// As an int32 or a truth.
    fn plain(self) -> Self {
        if self.form == Form::Truth { self } else { self.int() }
    }

    /// As a uint32.
    fn unsigned(self) -> Self {
        match self.form {
            Form::Natural | Form::Unsigned | Form::Truth => self,
            _ if self.text.starts_with("I[") && self.level == level::ATOM => {
                Self::new(format!("W{}", &self.text[1..]), level::ATOM, Form::Unsigned)
            }
            _ => {
                let text = format!("{}>>>0", self.at(level::SHIFT));
                Self::new(text, level::SHIFT, Form::Unsigned)
            }
        }
    }
}

/// A function that makes an instance of the module.
pub fn script(module: &Module) -> Result<String> {
    let mut calls = vec![0_usize; module.imports.len() + module.functions.len()];
    for function in &module.functions {
        each(&function.body, &mut |expr| {
            if let Expr::Call(called, _) = expr {
                calls[*called as usize] += 1;
            }
        });
    }
    let mut order: Vec<usize> = (0..calls.len()).collect();
    order.sort_by_key(|function| std::cmp::Reverse(calls[*function]));
    let mut names = vec![String::new(); calls.len()];
    let (mut ints, mut doubles) = (0, 0);
    for function in order {
        let double = match function.checked_sub(module.imports.len()) {
            None => module.imports[function].1.result == Some(Kind::Double),
            Some(own) => module.functions[own].signature.result == Some(Kind::Double),
        };
        let next = if double { &mut doubles } else { &mut ints };
        names[function] = function_name(*next, double);
        *next += 1;
    }
    let mut text = HEAD.replace("PAGES", &module.memory.to_string());
    for (i, (name, signature)) in module.imports.iter().enumerate() {
        if name.starts_with("wasm2js_") {
            continue;
        }
        let params: Vec<_> =
            (0..signature.params.len()).map(|i| local_name(&signature.params, i)).collect();
        let params = params.join(",");
        let call = format!("_.{name}({params})");
        let body = match signature.result {
            None => call,
            Some(Kind::Int) => format!("return {call}|0"),
            Some(Kind::Double) => format!("return +{call}"),
        };
        writeln!(text, "function {}({params}){{{body}}}", names[i])?;
    }
    for (i, function) in module.functions.iter().enumerate() {
        let mut writer = Writer::new(module, &names, function);
        let place = module.imports.len() + i;
        let line = writer.function(&names[place]).with_context(|| format!("function {place}"))?;
        writeln!(text, "{line}")?;
    }
    let global = |i: usize| global_name(i as u32);
    let globals: Vec<_> = module
        .globals
        .iter()
        .enumerate()
        .map(|(i, value)| format!("{}={value}", global(i)))
        .collect();
    writeln!(text, "var {}", globals.join(","))?;
    let table: Vec<_> =
        module.table.iter().map(|function| names[*function as usize].as_str()).collect();
    writeln!(text, "var T=[,{}]", table.join(","))?;
    let mut exports = Vec::new();
    for (name, kind, index) in &module.exports {
        match kind {
            ExternalKind::Func => exports.push(format!("{name}:{}", names[*index as usize])),
            ExternalKind::Global => {
                exports.push(format!("{name}:{{value:{}}}", global_name(*index)))
            }
            ExternalKind::Memory => {}
            other => bail!("exports {other:?}"),
        }
    }
    writeln!(text, "return{{memory:D,{}}}}}", exports.join(","))?;
    Ok(text)
}

/// What each function of the module can use by one letter.
const HEAD: &str = include_str!("head.js");

/// Letters, then two letters, of a local.
fn local_name(kinds: &[Kind], local: usize) -> String {
    let kind = kinds[local];
    let place = kinds[..local].iter().filter(|other| **other == kind).count();
    match kind {
        Kind::Double => format!("D{}", short(place)),
        Kind::Int => short(place),
    }
}

fn short(place: usize) -> String {
    let letter = |i: usize| char::from(b'a' + i as u8);
    let name = match place.checked_sub(26) {
        None => letter(place).to_string(),
        Some(more) => format!("{}{}", letter(more / 26), letter(more % 26)),
    };
    match name.as_str() {
        "do" | "if" | "in" | "of" | "as" => format!("{name}{name}"),
        _ => name,
    }
}

/// A letter and what no local has in second place; `$` first when it gives a double.
fn function_name(place: usize, double: bool) -> String {
    let first: Vec<char> =
        ('a'..='z').chain('A'..='Z').filter(|letter| !"DP".contains(*letter)).collect();
    let second: Vec<char> = ('0'..='9').chain('A'..='Z').chain("$_".chars()).collect();
    let (high, low) = (place / first.len(), place % first.len());
    let tail = match high.checked_sub(second.len()) {
        None => second[high].to_string(),
        Some(more) => format!("{}{}", second[more / second.len()], second[more % second.len()]),
    };
    format!("{}{}{tail}", if double { "$" } else { "" }, first[low])
}

fn global_name(global: u32) -> String {
    if global == 0 { "P".to_owned() } else { format!("P{global}") }
}

/// Calls a function with each expression of statements, the inner ones first.
fn each(body: &[Stmt], seen: &mut impl FnMut(&Expr)) {
    for stmt in body {
        match stmt {
            Stmt::Do(expr) | Stmt::Return(Some(expr)) | Stmt::Switch(expr, ..) => {
                inside(expr, seen)
            }
            Stmt::If(condition, then, other) => {
                inside(condition, seen);
                each(then, seen);
                each(other, seen);
            }
            Stmt::Block(_, body) | Stmt::Loop(_, body) => each(body, seen),
            Stmt::Go(_) | Stmt::Return(None) | Stmt::Trap => {}
        }
    }
}

fn inside(expr: &Expr, seen: &mut impl FnMut(&Expr)) {
    match expr {
        Expr::Int(_) | Expr::Double(_) | Expr::Get(_) | Expr::Global(_) => {}
        Expr::Set(_, value) | Expr::SetGlobal(_, value) | Expr::Load(_, _, value) => {
            inside(value, seen)
        }
        Expr::Store(_, _, address, value) => {
            inside(address, seen);
            inside(value, seen);
        }
        Expr::Op(_, args) | Expr::Call(_, args) | Expr::Seq(args) => {
            args.iter().for_each(|arg| inside(arg, seen));
        }
        Expr::Indirect(_, place, args) => {
            inside(place, seen);
            args.iter().for_each(|arg| inside(arg, seen));
        }
        Expr::Pick(condition, then, other) => {
            inside(condition, seen);
            inside(then, seen);
            inside(other, seen);
        }
    }
    seen(expr);
}

/// How often statements go to a label.
fn uses(body: &[Stmt], label: Label) -> usize {
    body.iter()
        .map(|stmt| match stmt {
            Stmt::Go(to) => usize::from(*to == label),
            Stmt::Switch(_, cases, other) => {
                cases.iter().chain([other]).filter(|to| **to == label).count()
            }
            Stmt::If(_, then, other) => uses(then, label) + uses(other, label),
            Stmt::Block(_, body) | Stmt::Loop(_, body) => uses(body, label),
            Stmt::Do(_) | Stmt::Return(_) | Stmt::Trap => 0,
        })
        .sum()
}

/// Whether what stands behind statements is ever reached.
fn falls(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::Go(_) | Stmt::Return(_) | Stmt::Trap | Stmt::Switch(..)) => false,
        Some(Stmt::If(_, then, other)) => falls(then) || falls(other),
        Some(Stmt::Block(label, body)) => uses(body, *label) > 0 || falls(body),
        Some(Stmt::Loop(_, body)) => falls(body),
        Some(Stmt::Do(_)) | None => true,
    }
}

/// A loop or a block around what is being written.
struct Scope {
    /// Where `break` goes.
    ends: Vec<Label>,
    /// Where `continue` goes.
    start: Option<Label>,
    name: String,
    /// Whether somebody said its name.
    named: bool,
}

struct Writer<'a> {
    module: &'a Module,
    names: &'a [String],
    function: &'a Function,
    locals: Vec<String>,
    scopes: Vec<Scope>,
}

impl<'a> Writer<'a> {
    fn new(module: &'a Module, names: &'a [String], function: &'a Function) -> Self {
        let locals = (0..function.locals.len()).map(|i| local_name(&function.locals, i)).collect();
        Self { module, names, function, locals, scopes: Vec::new() }
    }

    fn function(&mut self, name: &str) -> Result<String> {
        let params = self.function.signature.params.len();
        let own = &self.locals[params..];
        let own: Vec<_> = own.iter().map(|name| format!("{name}=0")).collect();
        let own = if own.is_empty() { String::new() } else { format!("var {};", own.join(",")) };
        let params = self.locals[..params].join(",");
        let mut body = self.body(&self.function.body)?;
        if body.ends_with(';') {
            body.pop();
        }
        Ok(format!("function {name}({params}){{{own}{body}}}"))
    }

    fn body(&mut self, body: &[Stmt]) -> Result<String> {
        let mut text = String::new();
        for stmt in body {
            text += &self.stmt(stmt)?;
        }
        Ok(text)
    }

    /// As one statement.
    fn one(&mut self, body: &[Stmt]) -> Result<String> {
        let text = self.body(body)?;
        let mut flat = body;
        // A block without a name is no statement of its own.
        while let [Stmt::Block(label, inner)] = flat {
            if uses(inner, *label) > 0 {
                break;
            }
            flat = inner;
        }
        let alone = match flat {
            [Stmt::Do(Expr::Seq(_))] => true,
            [Stmt::Block(..) | Stmt::Loop(..)] => text.contains('{') && !text.starts_with("if"),
            [one] => !matches!(one, Stmt::If(..)),
            _ => false,
        };
        if alone {
            return Ok(text);
        }
        Ok(format!("{{{}}}", text.strip_suffix(';').unwrap_or(&text)))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Result<String> {
        Ok(match stmt {
            Stmt::Do(Expr::Pick(condition, then, other)) => {
                let [then, other] = [then, other].map(|arm| vec![Stmt::Do(arm.as_ref().clone())]);
                self.stmt(&Stmt::If(condition.as_ref().clone(), then, other))?
            }
            Stmt::Do(Expr::Seq(parts)) => {
                let mut text = String::new();
                for part in parts {
                    text += &self.stmt(&Stmt::Do(part.clone()))?;
                }
                text
            }
            Stmt::Do(expr) => match self.expr(expr)?.text {
                text if text.is_empty() => text,
                text => format!("{text};"),
            },
            Stmt::If(condition, then, other) if then.is_empty() && !other.is_empty() => {
                format!("if({}){}", self.not(condition)?, self.one(other)?)
            }
            Stmt::If(condition, then, other) => {
                let condition = self.condition(condition)?;
                let then = self.one(then)?;
                if other.is_empty() {
                    return Ok(format!("if({condition}){then}"));
                }
                let other = self.one(other)?;
                let space = if other.starts_with('{') { "" } else { " " };
                format!("if({condition}){then}else{space}{other}")
            }
            Stmt::Block(label, body) => self.block(vec![*label], body)?,
            Stmt::Loop(label, body) => self.repeat(*label, Vec::new(), body)?,
            Stmt::Go(label) => format!("{};", self.go(*label)?),
            Stmt::Switch(number, cases, other) => self.switch(number, cases, *other)?,
            Stmt::Return(None) => "return;".to_owned(),
            Stmt::Return(Some(value)) => {
                let value = self.expr(value)?.int();
                format!("return {};", value.text)
            }
            Stmt::Trap => "X();".to_owned(),
        })
    }

    fn block(&mut self, mut labels: Vec<Label>, body: &[Stmt]) -> Result<String> {
        labels.retain(|label| uses(body, *label) > 0);
        if labels.is_empty() {
            return self.body(body);
        }
        match body {
            // To leave a block whose last statement is a loop from within that loop is to leave the loop.
            [first @ .., Stmt::Loop(start, inner)]
                if labels.iter().all(|label| uses(first, *label) == 0) =>
            {
                return Ok(self.body(first)? + &self.repeat(*start, labels, inner)?);
            }
            [first @ .., Stmt::Block(label, inner)]
                if labels.iter().all(|label| uses(first, *label) == 0) =>
            {
                labels.push(*label);
                return Ok(self.body(first)? + &self.block(labels, inner)?);
            }
            _ => {}
        }
        self.open(labels, None);
        let text = self.body(body)?;
        let text = text.strip_suffix(';').unwrap_or(&text);
        let scope = self.scopes.pop().context("a block ends")?;
        Ok(format!("{}:{{{text}}}", scope.name))
    }

    fn open(&mut self, ends: Vec<Label>, start: Option<Label>) {
        let name = short(self.scopes.len());
        self.scopes.push(Scope { ends, start, name, named: false });
    }

    fn repeat(&mut self, start: Label, ends: Vec<Label>, body: &[Stmt]) -> Result<String> {
        self.open(ends, Some(start));
        let mut flat = body;
        while let [Stmt::Block(label, inner)] = flat {
            if uses(inner, *label) > 0 {
                break;
            }
            flat = inner;
        }
        let again = uses(flat, start);
        let text = match flat {
            [first @ .., Stmt::If(condition, then, other)]
                if again == 1 && *then == [Stmt::Go(start)] && other.is_empty() =>
            {
                let text = self.body(first)?;
                let text = text.strip_suffix(';').unwrap_or(&text);
                let condition = self.condition(condition)?;
                format!("do{{{text}}}while({condition});")
            }
            [first @ .., Stmt::Go(to)] if *to == start => {
                let text = self.body(first)?;
                format!("for(;;){{{}}}", text.strip_suffix(';').unwrap_or(&text))
            }
            [first @ .., Stmt::If(condition, then, other)]
                if other.is_empty()
                    && matches!(then.last(), Some(Stmt::Go(to)) if *to == start) =>
            {
                let text = self.body(first)?;
                let condition = self.not(condition)?;
                let rest = self.body(&then[..then.len() - 1])?;
                let rest = rest.strip_suffix(';').unwrap_or(&rest);
                let rest = if rest.is_empty() { String::new() } else { format!(";{rest}") };
                format!("for(;;){{{text}if({condition})break{rest}}}")
            }
            _ => {
                let text = self.body(flat)?;
                let end = if falls(flat) { "break" } else { "" };
                let text =
                    if end.is_empty() { text.strip_suffix(';').unwrap_or(&text) } else { &text };
                format!("for(;;){{{text}{end}}}")
            }
        };
        let scope = self.scopes.pop().context("a loop ends")?;
        Ok(if scope.named { format!("{}:{text}", scope.name) } else { text })
    }

    fn go(&mut self, label: Label) -> Result<String> {
        let inner = self.scopes.iter().rposition(|scope| scope.start.is_some());
        let (place, again) = self
            .scopes
            .iter()
            .enumerate()
            .find_map(|(place, scope)| {
                let again = scope.start == Some(label);
                (again || scope.ends.contains(&label)).then_some((place, again))
            })
            .context("a label out of sight")?;
        let word = if again { "continue" } else { "break" };
        if inner == Some(place) {
            return Ok(word.to_owned());
        }
        let scope = &mut self.scopes[place];
        scope.named = true;
        Ok(format!("{word} {}", scope.name))
    }

    fn switch(&mut self, number: &Expr, cases: &[Label], other: Label) -> Result<String> {
        let number = self.expr(number)?.int().text;
        let mut text = format!("switch({number}){{");
        let mut order: Vec<Label> = Vec::new();
        for case in cases.iter().filter(|case| **case != other) {
            if !order.contains(case) {
                order.push(*case);
            }
        }
        // In a switch, a break without a name would leave it.
        let go = |writer: &mut Self, label| {
            writer.open(Vec::new(), Some(usize::MAX));
            let text = writer.go(label);
            writer.scopes.pop();
            text
        };
        for label in order {
            for (i, _) in cases.iter().enumerate().filter(|(_, case)| **case == label) {
                write!(text, "case {i}:")?;
            }
            text += &go(self, label)?;
            text.push(';');
        }
        text += &format!("default:{}}}", go(self, other)?);
        Ok(text)
    }

    fn condition(&mut self, expr: &Expr) -> Result<String> {
        Ok(self.expr(expr)?.plain().text)
    }

    fn not(&mut self, expr: &Expr) -> Result<String> {
        let opposite = |op: &Op| {
            Some(match op {
                Op::Eq => Op::Ne,
                Op::Ne => Op::Eq,
                Op::LtS => Op::GeS,
                Op::GeS => Op::LtS,
                Op::GtS => Op::LeS,
                Op::LeS => Op::GtS,
                Op::LtU => Op::GeU,
                Op::GeU => Op::LtU,
                Op::GtU => Op::LeU,
                Op::LeU => Op::GtU,
                _ => return None,
            })
        };
        match expr {
            Expr::Op(Op::Eqz, args) => self.condition(&args[0]),
            Expr::Op(op, args) if opposite(op).is_some() => {
                let op = opposite(op).context("an opposite")?;
                self.condition(&Expr::Op(op, args.clone()))
            }
            _ => Ok(format!("!{}", self.expr(expr)?.plain().at(level::UNARY))),
        }
    }

    /// Arguments, each an int32 or a double.
    fn args(&mut self, args: &[Expr]) -> Result<String> {
        let args: Vec<String> = args
            .iter()
            .map(|arg| Ok(self.expr(arg)?.int().at(level::SET)))
            .collect::<Result<_>>()?;
        Ok(args.join(","))
    }

    fn kind(&self, kind: Option<Kind>) -> Form {
        match kind {
            None => Form::Nothing,
            Some(Kind::Int) => Form::Int,
            Some(Kind::Double) => Form::Double,
        }
    }

    fn expr(&mut self, expr: &Expr) -> Result<Text> {
        Ok(match expr {
            Expr::Int(value) => {
                let form = if *value < 0 { Form::Int } else { Form::Natural };
                Text::new(
                    int(i64::from(*value)),
                    if *value < 0 { level::UNARY } else { level::ATOM },
                    form,
                )
            }
            Expr::Double(value) => double(*value),
            Expr::Get(local) => {
                let local = *local as usize;
                let form = self.kind(Some(self.function.locals[local]));
                Text::new(self.locals[local].clone(), level::ATOM, form)
            }
            Expr::Set(local, value) => {
                let value = self.expr(value)?.int();
                let form = if value.form == Form::Double { Form::Double } else { Form::Int };
                let text = format!("{}={}", self.locals[*local as usize], value.at(level::SET));
                Text::new(text, level::SET, form)
            }
            Expr::Global(global) => Text::new(global_name(*global), level::ATOM, Form::Int),
            Expr::SetGlobal(global, value) => {
                let value = self.expr(value)?.int().at(level::SET);
                Text::new(format!("{}={value}", global_name(*global)), level::SET, Form::Int)
            }
            Expr::Load(view, offset, address) => {
                let form = match view {
                    View::I8 | View::I16 | View::I32 => Form::Int,
                    View::U8 | View::U16 => Form::Natural,
                    View::F32 | View::F64 => Form::Double,
                };
                Text::new(self.cell(*view, *offset, address)?, level::ATOM, form)
            }
            Expr::Store(view, offset, address, value) => {
                let cell = self.cell(*view, *offset, address)?;
                let value = self.expr(value)?.at(level::SET);
                Text::new(format!("{cell}={value}"), level::SET, Form::Nothing)
            }
            Expr::Call(function, args) => {
                let place = *function as usize;
                let result = match place.checked_sub(self.module.imports.len()) {
                    None => self.module.imports[place].1.result,
                    Some(own) => self.module.functions[own].signature.result,
                };
                let text = format!("{}({})", self.names[place], self.args(args)?);
                Text::new(text, level::ATOM, self.kind(result))
            }
            Expr::Indirect(signature, place, args) => {
                let call =
                    format!("T[{}]({})", self.expr(place)?.int().at(level::SET), self.args(args)?);
                match signature.result {
                    None => Text::new(call, level::ATOM, Form::Nothing),
                    Some(Kind::Int) => Text::new(format!("({call}|0)"), level::ATOM, Form::Int),
                    Some(Kind::Double) => Text::new(format!("+{call}"), level::UNARY, Form::Double),
                }
            }
            Expr::Pick(condition, then, other) => {
                let condition = self.expr(condition)?.plain().at(level::OR);
                let then = self.expr(then)?.int();
                let other = self.expr(other)?.int();
                let form = match (then.form, other.form) {
                    (Form::Natural, Form::Natural) => Form::Natural,
                    (form, _) if form != Form::Natural => form,
                    (_, form) => form,
                };
                let text = format!("{condition}?{}:{}", then.at(level::SET), other.at(level::SET));
                Text::new(text, level::PICK, form)
            }
            Expr::Seq(parts) => {
                let mut texts = Vec::new();
                let mut form = Form::Nothing;
                for part in parts {
                    let part = self.expr(part)?;
                    form = part.form;
                    texts.push(part.at(level::SET));
                }
                Text::new(texts.join(","), level::COMMA, form)
            }
            Expr::Op(op, args) => self.op(*op, args)?,
        })
    }

    fn cell(&mut self, view: View, offset: u32, address: &Expr) -> Result<String> {
        let (letter, shift) = match view {
            View::I8 => ("C", 0),
            View::U8 => ("B", 0),
            View::I16 => ("S", 1),
            View::U16 => ("H", 1),
            View::I32 => ("I", 2),
            View::F32 => ("G", 2),
            View::F64 => ("F", 3),
        };
        if let Expr::Int(address) = address {
            return Ok(format!("{letter}[{}]", int(i64::from(*address + offset as i32) >> shift)));
        }
        let place = self.expr(address)?;
        // A local and a number are a place in memory, or the module had trapped there.
        let local = matches!(address, Expr::Get(_) | Expr::Set(..));
        let place = match (offset, shift) {
            (0, 0) => place.int().at(level::SET),
            (_, 0) if local => format!("{}+{}", place.at(level::SUM), int(i64::from(offset))),
            (_, 0) => format!("{}+{}", place.int().at(level::SUM), int(i64::from(offset))),
            (0, _) => format!("{}>>{shift}", place.at(level::SHIFT)),
            _ => format!("{}+{}>>{shift}", place.at(level::SUM), int(i64::from(offset))),
        };
        Ok(format!("{letter}[{place}]"))
    }

    fn op(&mut self, op: Op, args: &[Expr]) -> Result<Text> {
        if let Op::Call(name, result) = op {
            let text = format!("{name}({})", self.args(args)?);
            return Ok(Text::new(text, level::ATOM, self.kind(result)));
        }
        let first = self.expr(&args[0])?;
        let Some(second) = args.get(1) else { return Ok(unary(op, first)) };
        let constant = match second {
            Expr::Int(value) => Some(*value),
            _ => None,
        };
        let second = self.expr(second)?;
        let natural =
            [&first, &second].map(|text| matches!(text.form, Form::Natural | Form::Truth));
        let bits = |sign: &str, at: u8, first: Text, second: Text| {
            let form = match sign {
                "&" if natural[0] || natural[1] => Form::Natural,
                "|" | "^" if natural[0] && natural[1] => Form::Natural,
                ">>" if natural[0] => Form::Natural,
                _ => Form::Int,
            };
            let text = format!("{}{sign}{}", first.at(at), second.at(at + 1));
            Text::new(text, at, form)
        };
        let compare = |sign: &str, at: u8, first: Text, second: Text| {
            let text = format!("{}{sign}{}", first.at(at), second.at(at + 1));
            Text::new(text, at, Form::Truth)
        };
        let (plain, unsigned) = (Text::plain, Text::unsigned);
        Ok(match op {
            Op::Add => match constant {
                Some(i32::MIN) | None => {
                    let second = match second {
                        Text { level: level::SUM, form: Form::Sum, text } => text,
                        other => spaced("+", other.at(level::PRODUCT)),
                    };
                    Text::new(format!("{}+{second}", first.at(level::SUM)), level::SUM, Form::Sum)
                }
                Some(value) => {
                    let sign = if value < 0 { "-" } else { "+" };
                    let text =
                        format!("{}{sign}{}", first.at(level::SUM), int(i64::from(value).abs()));
                    Text::new(text, level::SUM, Form::Sum)
                }
            },
            Op::Sub => {
                let second = spaced("-", second.at(level::PRODUCT));
                Text::new(format!("{}-{second}", first.at(level::SUM)), level::SUM, Form::Sum)
            }
            Op::Mul => match constant {
                Some(value @ 0..=0xf_ffff) if first.form != Form::Sum => {
                    let text = format!("{}*{}", first.at(level::PRODUCT), int(i64::from(value)));
                    Text::new(text, level::PRODUCT, Form::Sum)
                }
                _ => {
                    let text = format!("M({},{})", first.at(level::SET), second.at(level::SET));
                    Text::new(text, level::ATOM, Form::Int)
                }
            },
            Op::DivS => quotient("/", first.int(), second.int()),
            Op::DivU => quotient("/", first.unsigned(), second.unsigned()),
            Op::RemS => quotient("%", first.int(), second.int()),
            Op::RemU => quotient("%", first.unsigned(), second.unsigned()),
            Op::And => bits("&", level::AND, first, second),
            Op::Or => bits("|", level::OR, first, second),
            Op::Xor => bits("^", level::XOR, first, second),
            Op::Shl => bits("<<", level::SHIFT, first, second),
            Op::ShrS => bits(">>", level::SHIFT, first, second),
            Op::ShrU => {
                let form = match constant {
                    Some(count) if count & 31 != 0 => Form::Natural,
                    _ => Form::Unsigned,
                };
                let text = format!("{}>>>{}", first.at(level::SHIFT), second.at(level::SUM));
                Text::new(text, level::SHIFT, form)
            }
            Op::Eq => compare("==", level::EQUAL, plain(first), plain(second)),
            Op::Ne => compare("!=", level::EQUAL, plain(first), plain(second)),
            Op::LtS => compare("<", level::COMPARE, plain(first), plain(second)),
            Op::GtS => compare(">", level::COMPARE, plain(first), plain(second)),
            Op::LeS => compare("<=", level::COMPARE, plain(first), plain(second)),
            Op::GeS => compare(">=", level::COMPARE, plain(first), plain(second)),
            Op::LtU => compare("<", level::COMPARE, unsigned(first), unsigned(second)),
            Op::GtU => compare(">", level::COMPARE, unsigned(first), unsigned(second)),
            Op::LeU => compare("<=", level::COMPARE, unsigned(first), unsigned(second)),
            Op::GeU => compare(">=", level::COMPARE, unsigned(first), unsigned(second)),
            Op::DoubleEq => compare("==", level::EQUAL, first, second),
            Op::DoubleNe => compare("!=", level::EQUAL, first, second),
            Op::DoubleLt => compare("<", level::COMPARE, first, second),
            Op::DoubleGt => compare(">", level::COMPARE, first, second),
            Op::DoubleLe => compare("<=", level::COMPARE, first, second),
            Op::DoubleGe => compare(">=", level::COMPARE, first, second),
            Op::DoubleAdd => doubles("+", level::SUM, first, second),
            Op::DoubleSub => doubles("-", level::SUM, first, second),
            Op::DoubleMul => doubles("*", level::PRODUCT, first, second),
            Op::DoubleDiv => doubles("/", level::PRODUCT, first, second),
            other => bail!("{other:?} of two"),
        })
    }
}

fn unary(op: Op, value: Text) -> Text {
    match op {
        Op::Eqz => {
            Text::new(format!("!{}", value.plain().at(level::UNARY)), level::UNARY, Form::Truth)
        }
        Op::FromU => {
            let value = value.unsigned().at(level::UNARY);
            Text::new(format!("+{value}"), level::UNARY, Form::Double)
        }
        Op::FromS => {
            let value = spaced("+", value.int().at(level::UNARY));
            Text::new(format!("+{value}"), level::UNARY, Form::Double)
        }
        Op::TruncS => Text::new(format!("~~{}", value.at(level::UNARY)), level::UNARY, Form::Int),
        Op::TruncU => {
            let text = format!("~~{}>>>0", value.at(level::UNARY));
            Text::new(text, level::SHIFT, Form::Unsigned)
        }
        _ => {
            let value = spaced("-", value.at(level::UNARY));
            Text::new(format!("-{value}"), level::UNARY, Form::Double)
        }
    }
}

fn quotient(sign: &str, first: Text, second: Text) -> Text {
    let unsigned = first.form == Form::Unsigned || second.form == Form::Unsigned;
    let text = format!("{}{sign}{}", first.at(level::PRODUCT), second.at(level::UNARY));
    let text = if unsigned { format!("{text}>>>0") } else { format!("{text}|0") };
    if unsigned {
        Text::new(text, level::SHIFT, Form::Unsigned)
    } else {
        Text::new(text, level::OR, Form::Int)
    }
}

fn doubles(sign: &str, at: u8, first: Text, second: Text) -> Text {
    let second = spaced(sign, second.at(at + 1));
    Text::new(format!("{}{sign}{second}", first.at(at)), at, Form::Double)
}

/// Two signs in a row would be another operator.
fn spaced(sign: &str, text: String) -> String {
    if text.starts_with(sign) { format!(" {text}") } else { text }
}

/// A whole number, as short as can be.
fn int(value: i64) -> String {
    let text = value.to_string();
    let digits = text.trim_end_matches('0');
    let zeros = text.len() - digits.len();
    if zeros > 2 { format!("{digits}e{zeros}") } else { text }
}

/// A double has a point, an int has none.
fn double(value: f64) -> Text {
    let at = if value.is_sign_negative() { level::UNARY } else { level::ATOM };
    let text = if value.is_nan() {
        "NaN".to_owned()
    } else {
        let text = format!("{value:?}").replace("inf", "Infinity");
        match text.split_once('e') {
            Some((digits, power)) if digits.contains('.') => format!("{digits}e{power}"),
            Some((digits, power)) => format!("{digits}.e{power}"),
            None => {
                let text =
                    text.strip_suffix('0').filter(|text| text.ends_with('.')).unwrap_or(&text);
                if text.starts_with("0.") && text.len() > 2 {
                    text[1..].to_owned()
                } else {
                    text.to_owned()
                }
            }
        }
    };
    Text::new(text, at, Form::Double)
}
