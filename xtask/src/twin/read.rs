//! A module of 32 bits as trees: functions of statements, statements of expressions.

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    BlockType, ElementItems, ExternalKind, FuncType, FunctionBody, MemArg, Operator, Parser,
    Payload, TypeRef, ValType,
};

/// What JavaScript knows of numbers: int32, and doubles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Int,
    Double,
}

impl Kind {
    /// A float of 32 bits is held as a double.
    fn of(kind: ValType) -> Result<Self> {
        match kind {
            ValType::I32 => Ok(Self::Int),
            ValType::F32 | ValType::F64 => Ok(Self::Double),
            other => bail!("{other} is not lowered"),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    pub params: Vec<Kind>,
    pub result: Option<Kind>,
}

impl Signature {
    fn of(function: &FuncType) -> Result<Self> {
        let kinds = |kinds: &[ValType]| {
            kinds.iter().map(|kind| Kind::of(*kind)).collect::<Result<Vec<_>>>()
        };
        let params = kinds(function.params())?;
        let results = kinds(function.results())?;
        ensure!(results.len() < 2, "a function with {} results", results.len());
        Ok(Self { params, result: results.first().copied() })
    }
}

/// How a part of memory is read and written: the views of the JavaScript.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    I8,
    U8,
    I16,
    U16,
    I32,
    F32,
    F64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    Add,
    Sub,
    Mul,
    DivS,
    DivU,
    RemS,
    RemU,
    And,
    Or,
    Xor,
    Shl,
    ShrS,
    ShrU,
    Eq,
    Ne,
    LtS,
    LtU,
    GtS,
    GtU,
    LeS,
    LeU,
    GeS,
    GeU,
    Eqz,
    DoubleAdd,
    DoubleSub,
    DoubleMul,
    DoubleDiv,
    DoubleEq,
    DoubleNe,
    DoubleLt,
    DoubleGt,
    DoubleLe,
    DoubleGe,
    Neg,
    FromS,
    FromU,
    TruncS,
    TruncU,
    /// A function of one letter that stands at the head of the JavaScript.
    Call(&'static str, Option<Kind>),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Expr {
    Int(i32),
    Double(f64),
    Get(u32),
    Set(u32, Box<Expr>),
    Global(u32),
    SetGlobal(u32, Box<Expr>),
    Load(View, u32, Box<Expr>),
    Store(View, u32, Box<Expr>, Box<Expr>),
    Op(Op, Vec<Expr>),
    Call(u32, Vec<Expr>),
    Indirect(Signature, Box<Expr>, Vec<Expr>),
    Pick(Box<Expr>, Box<Expr>, Box<Expr>),
    /// One after the other; the value is that of the last.
    Seq(Vec<Expr>),
}

/// A label, unique in its function.
pub type Label = usize;

#[derive(Clone, PartialEq, Debug)]
pub enum Stmt {
    Do(Expr),
    If(Expr, Vec<Stmt>, Vec<Stmt>),
    Block(Label, Vec<Stmt>),
    Loop(Label, Vec<Stmt>),
    /// To the end of a block, or to the start of a loop.
    Go(Label),
    /// By a number: where each case goes, and all others.
    Switch(Expr, Vec<Label>, Label),
    Return(Option<Expr>),
    Trap,
}

pub struct Function {
    pub signature: Signature,
    /// Parameters first.
    pub locals: Vec<Kind>,
    pub body: Vec<Stmt>,
}

#[derive(Default)]
pub struct Module {
    pub imports: Vec<(String, Signature)>,
    pub functions: Vec<Function>,
    pub globals: Vec<i32>,
    pub exports: Vec<(String, ExternalKind, u32)>,
    /// From place 1 on.
    pub table: Vec<u32>,
    /// In pages of 64 KiB.
    pub memory: u64,
}

/// What wasm-opt imports to take doubles apart: they become reads and writes of the first 8 bytes of memory,
/// the far end of the stack, where no pointer of Rust ever points.
const SCRATCH: &str = "wasm2js_scratch_";

/// The functions of a module, as the operators name them.
struct Names {
    types: Vec<Signature>,
    /// The type of each function, imported ones first.
    functions: Vec<u32>,
    /// Of each imported function that is scratch, its name.
    scratch: Vec<Option<String>>,
}

pub fn module(wasm: &[u8]) -> Result<Module> {
    let mut module = Module::default();
    let mut names = Names { types: Vec::new(), functions: Vec::new(), scratch: Vec::new() };
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(types) => {
                for kind in types.into_iter_err_on_gc_types() {
                    names.types.push(
                        Signature::of(&kind?)
                            .unwrap_or(Signature { params: Vec::new(), result: None }),
                    );
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else { bail!("imports {import:?}") };
                    names.functions.push(kind);
                    // Of its own imports wasm-opt adds more than it uses.
                    let own = import.module == "env";
                    names.scratch.push(own.then(|| import.name.replace(SCRATCH, "")));
                    let signature = names.types.get(kind as usize).context("no such type")?;
                    module.imports.push((import.name.to_owned(), signature.clone()));
                }
            }
            Payload::FunctionSection(functions) => {
                for kind in functions {
                    names.functions.push(kind?);
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    module.memory = memory?.initial;
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    let first = global?.init_expr.get_operators_reader().read()?;
                    let Operator::I32Const { value } = first else { bail!("starts as {first:?}") };
                    module.globals.push(value);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    module.exports.push((export.name.to_owned(), export.kind, export.index));
                }
            }
            Payload::ElementSection(segments) => {
                for segment in segments {
                    let ElementItems::Functions(items) = segment?.items else {
                        bail!("a table of other things than functions")
                    };
                    ensure!(module.table.is_empty(), "more than one segment of the table");
                    module.table = items.into_iter().collect::<Result<_, _>>()?;
                }
            }
            Payload::CodeSectionEntry(body) => {
                let place = module.imports.len() + module.functions.len();
                module.functions.push(function(&names, place, &body)?);
            }
            _ => {}
        }
    }
    Ok(module)
}

fn function(names: &Names, place: usize, body: &FunctionBody) -> Result<Function> {
    let signature = names.signature(place as u32)?;
    let mut locals = signature.params.clone();
    for group in body.get_locals_reader()? {
        let (count, kind) = group?;
        locals.extend(std::iter::repeat_n(Kind::of(kind)?, count as usize));
    }
    let mut reader = Reader { names, locals, frames: Vec::new(), dead: 0, labels: 1 };
    reader.frames.push(Frame::new(Shape::Function, 0));
    let mut operators = body.get_operators_reader()?;
    let mut made = None;
    while !operators.eof() {
        let operator = operators.read()?;
        made = reader.take(&operator).with_context(|| format!("{operator:?} of {place}"))?;
    }
    let mut made = made.context("a function without end")?;
    let last = made.values.pop();
    ensure!(made.values.is_empty(), "values are left");
    if let Some(value) = last {
        made.body.push(Stmt::Return(Some(value)));
    }
    Ok(Function { signature, locals: reader.locals, body: made.body })
}

impl Names {
    fn signature(&self, function: u32) -> Result<Signature> {
        let kind = self.functions.get(function as usize).context("no such function")?;
        self.types.get(*kind as usize).cloned().context("no such type")
    }
}

#[derive(PartialEq)]
enum Shape {
    Function,
    Block,
    Loop,
    If(Expr),
    Else(Expr, Vec<Stmt>, Option<Expr>),
}

/// What has been read of a function, a block, a loop or a branch.
struct Frame {
    shape: Shape,
    label: Label,
    body: Vec<Stmt>,
    /// Values that wait for the operator that takes them.
    values: Vec<Expr>,
    /// What must be done between the waiting values and the next one.
    between: Vec<Expr>,
}

impl Frame {
    fn new(shape: Shape, label: Label) -> Self {
        Self { shape, label, body: Vec::new(), values: Vec::new(), between: Vec::new() }
    }
}

struct Reader<'a> {
    names: &'a Names,
    locals: Vec<Kind>,
    frames: Vec<Frame>,
    /// In code that nothing reaches: how many blocks deep.
    dead: usize,
    labels: usize,
}

impl Reader<'_> {
    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("operators stand in a frame")
    }

    fn push(&mut self, value: Expr) {
        let frame = self.frame();
        let value = if frame.between.is_empty() {
            value
        } else {
            let mut parts = std::mem::take(&mut frame.between);
            parts.push(value);
            Expr::Seq(parts)
        };
        frame.values.push(value);
    }

    fn pop(&mut self) -> Result<Expr> {
        ensure!(self.frame().between.is_empty(), "a statement between a value and its use");
        self.frame().values.pop().context("no value")
    }

    fn args(&mut self, count: usize) -> Result<Vec<Expr>> {
        ensure!(self.frame().between.is_empty() || count == 0, "a statement before its use");
        let values = &mut self.frame().values;
        let from = values.len().checked_sub(count).context("no values")?;
        Ok(values.split_off(from))
    }

    fn one(&mut self) -> Result<Box<Expr>> {
        self.pop().map(Box::new)
    }

    /// A statement that is an expression too.
    fn act(&mut self, expr: Expr) {
        let frame = self.frame();
        if frame.values.is_empty() && frame.between.is_empty() {
            frame.body.push(Stmt::Do(expr));
        } else {
            frame.between.push(expr);
        }
    }

    fn state(&mut self, stmt: Stmt) -> Result<()> {
        self.settle()?;
        self.frame().body.push(stmt);
        Ok(())
    }

    /// Puts what waits into places of their own, because a statement comes in between.
    fn settle(&mut self) -> Result<()> {
        let frame = self.frame();
        let (values, between) =
            (std::mem::take(&mut frame.values), std::mem::take(&mut frame.between));
        for value in values {
            let kind = self.kind(&value)?;
            let place = self.locals.len() as u32;
            self.locals.push(kind);
            let frame = self.frame();
            frame.body.push(Stmt::Do(Expr::Set(place, Box::new(value))));
            frame.values.push(Expr::Get(place));
        }
        self.frame().body.extend(between.into_iter().map(Stmt::Do));
        Ok(())
    }

    fn end_here(&mut self, stmt: Stmt) -> Result<()> {
        self.state(stmt)?;
        self.dead = 1;
        Ok(())
    }

    fn target(&self, depth: u32) -> Result<Label> {
        let place = self.frames.len().checked_sub(1 + depth as usize).context("no such label")?;
        Ok(self.frames.get(place).context("no such label")?.label)
    }

    fn go(&self, depth: u32) -> Result<Stmt> {
        Ok(match self.target(depth)? {
            0 => Stmt::Return(None),
            label => Stmt::Go(label),
        })
    }

    fn open(&mut self, shape: Shape, kind: BlockType) -> Result<()> {
        match (&shape, kind) {
            (Shape::If(_), BlockType::Type(_)) => {}
            (_, BlockType::Empty) => self.settle()?,
            _ => bail!("a block with a value"),
        }
        self.frames.push(Frame::new(shape, self.labels));
        self.labels += 1;
        Ok(())
    }

    /// The whole function, at its end.
    fn take(&mut self, operator: &Operator) -> Result<Option<Frame>> {
        use Operator as O;
        if self.dead > 0 {
            match operator {
                O::Block { .. } | O::Loop { .. } | O::If { .. } => self.dead += 1,
                O::Else if self.dead == 1 => {}
                O::End => self.dead -= 1,
                _ => {}
            }
            let over = self.dead == 0 || (self.dead == 1 && matches!(operator, O::Else));
            if !over {
                return Ok(None);
            }
            self.dead = 0;
        }
        match operator {
            O::Nop => {}
            O::Unreachable => self.end_here(Stmt::Trap)?,
            O::Block { blockty } => self.open(Shape::Block, *blockty)?,
            O::Loop { blockty } => self.open(Shape::Loop, *blockty)?,
            O::If { blockty } => {
                let condition = self.pop()?;
                self.open(Shape::If(condition), *blockty)?;
            }
            O::Else => {
                let mut frame = self.frames.pop().context("else without if")?;
                let Shape::If(condition) = frame.shape else { bail!("else without if") };
                let mut next = Frame::new(Shape::Function, frame.label);
                next.shape = Shape::Else(condition, frame.body, frame.values.pop());
                self.frames.push(next);
            }
            O::End => return self.end(),
            O::Br { relative_depth } => {
                let go = self.go(*relative_depth)?;
                self.end_here(go)?;
            }
            O::BrIf { relative_depth } => {
                let condition = self.pop()?;
                let go = self.go(*relative_depth)?;
                self.state(Stmt::If(condition, vec![go], Vec::new()))?;
            }
            O::BrTable { targets } => {
                let number = self.pop()?;
                let cases = targets
                    .targets()
                    .map(|depth| self.target(depth?))
                    .collect::<Result<Vec<_>>>()?;
                let other = self.target(targets.default())?;
                ensure!(other != 0 && !cases.contains(&0), "a case that returns");
                self.end_here(Stmt::Switch(number, cases, other))?;
            }
            O::Return => {
                let value = self.frame().values.pop();
                self.end_here(Stmt::Return(value))?;
            }
            O::Call { function_index } => self.call(*function_index)?,
            O::CallIndirect { type_index, .. } => {
                let place = self.one()?;
                let signature =
                    self.names.types.get(*type_index as usize).context("no such type")?.clone();
                let args = self.args(signature.params.len())?;
                let returns = signature.result.is_some();
                let call = self.indirect(signature, place, args)?;
                if returns { self.push(call) } else { self.act(call) }
            }
            O::Drop => {
                let value = self.pop()?;
                self.act(value);
            }
            O::Select => {
                let [then, other, condition] = self.three()?;
                let pick = self.select(then, other, condition)?;
                self.push(pick);
            }
            O::LocalGet { local_index } => self.push(Expr::Get(*local_index)),
            O::LocalSet { local_index } => {
                let value = self.one()?;
                self.act(Expr::Set(*local_index, value));
            }
            O::LocalTee { local_index } => {
                let value = self.one()?;
                self.push(Expr::Set(*local_index, value));
            }
            O::GlobalGet { global_index } => self.push(Expr::Global(*global_index)),
            O::GlobalSet { global_index } => {
                let value = self.one()?;
                self.act(Expr::SetGlobal(*global_index, value));
            }
            O::I32Const { value } => self.push(Expr::Int(*value)),
            O::F64Const { value } => self.push(Expr::Double(f64::from_bits(value.bits()))),
            O::F32Const { value } => {
                self.push(Expr::Double(f64::from(f32::from_bits(value.bits()))));
            }
            O::MemoryCopy { .. } => self.helper("K", 3, None)?,
            O::MemoryFill { .. } => self.helper("L", 3, None)?,
            O::MemoryGrow { .. } => self.helper("N", 1, Some(Kind::Int))?,
            O::F64PromoteF32 => {}
            O::I32Extend8S => self.extend(24)?,
            O::I32Extend16S => self.extend(16)?,
            other => {
                if let Some((view, memarg)) = load(other) {
                    let address = self.one()?;
                    let load = self.load(view, memarg.offset as u32, address)?;
                    self.push(load);
                } else if let Some((view, memarg)) = store(other) {
                    let [address, value] = self.two()?;
                    let store = self.store(view, memarg.offset as u32, address, value)?;
                    self.act(store);
                } else {
                    let (op, count) = op(other).context("unknown")?;
                    let args = self.args(count)?;
                    self.push(Expr::Op(op, args));
                }
            }
        }
        Ok(None)
    }

    fn two(&mut self) -> Result<[Box<Expr>; 2]> {
        let second = self.one()?;
        Ok([self.one()?, second])
    }

    fn three(&mut self) -> Result<[Box<Expr>; 3]> {
        let third = self.one()?;
        let [first, second] = self.two()?;
        Ok([first, second, third])
    }

    /// `select` works out both values, then the condition; `?:` first the condition, then one of the values.
    fn select(&mut self, then: Box<Expr>, other: Box<Expr>, condition: Box<Expr>) -> Result<Expr> {
        let alike = [&then, &other].iter().all(|value| !acts(value))
            && (!acts(&condition) || [&then, &other].iter().all(|value| constant(value)));
        if alike {
            return Ok(Expr::Pick(condition, then, other));
        }
        let (first, then) = self.keep(then)?;
        let (second, other) = self.keep(other)?;
        Ok(Expr::Seq(vec![first, second, Expr::Pick(condition, then, other)]))
    }

    fn kind(&self, expr: &Expr) -> Result<Kind> {
        Ok(match expr {
            Expr::Int(_) | Expr::Global(_) => Kind::Int,
            Expr::Double(_) | Expr::Load(View::F32 | View::F64, ..) => Kind::Double,
            Expr::Load(..) => Kind::Int,
            Expr::Get(local) | Expr::Set(local, _) => {
                *self.locals.get(*local as usize).context("no such local")?
            }
            Expr::Pick(_, then, _) => self.kind(then)?,
            Expr::Seq(parts) => self.kind(parts.last().context("nothing")?)?,
            Expr::Op(op, _) => match op {
                Op::Call(_, result) => result.context("no value")?,
                Op::DoubleAdd
                | Op::DoubleSub
                | Op::DoubleMul
                | Op::DoubleDiv
                | Op::Neg
                | Op::FromS
                | Op::FromU => Kind::Double,
                _ => Kind::Int,
            },
            Expr::Call(function, _) => {
                self.names.signature(*function)?.result.context("no value")?
            }
            Expr::Indirect(signature, ..) => signature.result.context("no value")?,
            Expr::SetGlobal(..) | Expr::Store(..) => bail!("{expr:?} has no value"),
        })
    }

    /// JavaScript takes hold of a view, then works out the address and the value; when these make memory grow, there
    /// is another view.
    fn load(&mut self, view: View, offset: u32, address: Box<Expr>) -> Result<Expr> {
        if !any(&address, &calls) {
            return Ok(Expr::Load(view, offset, address));
        }
        let (first, address) = self.keep(address)?;
        Ok(Expr::Seq(vec![first, Expr::Load(view, offset, address)]))
    }

    fn store(
        &mut self,
        view: View,
        offset: u32,
        address: Box<Expr>,
        value: Box<Expr>,
    ) -> Result<Expr> {
        if !any(&address, &calls) && !any(&value, &calls) {
            return Ok(Expr::Store(view, offset, address, value));
        }
        let still = match address.as_ref() {
            Expr::Int(_) => true,
            Expr::Get(local) => {
                !any(&value, &|expr| matches!(expr, Expr::Set(set, _) if set == local))
            }
            _ => false,
        };
        let mut parts = Vec::new();
        let address = if still {
            address
        } else {
            let (first, address) = self.keep(address)?;
            parts.push(first);
            address
        };
        let (first, value) = self.keep(value)?;
        parts.extend([first, Expr::Store(view, offset, address, value)]);
        Ok(Expr::Seq(parts))
    }

    /// JavaScript works out first where to call, then the arguments.
    fn indirect(
        &mut self,
        signature: Signature,
        place: Box<Expr>,
        args: Vec<Expr>,
    ) -> Result<Expr> {
        let first = args.iter().rposition(acts).map_or(0, |last| last + 1);
        let mut parts = Vec::new();
        let mut kept = Vec::new();
        for (i, arg) in args.into_iter().enumerate() {
            kept.push(if i < first && !constant(&arg) {
                let (part, arg) = self.keep(Box::new(arg))?;
                parts.push(part);
                *arg
            } else {
                arg
            });
        }
        parts.push(Expr::Indirect(signature, place, kept));
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::Seq(parts) })
    }

    /// In a local of its own.
    fn keep(&mut self, value: Box<Expr>) -> Result<(Expr, Box<Expr>)> {
        let local = self.locals.len() as u32;
        self.locals.push(self.kind(&value)?);
        Ok((Expr::Set(local, value), Box::new(Expr::Get(local))))
    }

    fn helper(&mut self, name: &'static str, count: usize, result: Option<Kind>) -> Result<()> {
        let args = self.args(count)?;
        let call = Expr::Op(Op::Call(name, result), args);
        if result.is_some() {
            self.push(call)
        } else {
            self.act(call)
        }
        Ok(())
    }

    fn extend(&mut self, bits: i32) -> Result<()> {
        let value = self.pop()?;
        let high = Expr::Op(Op::Shl, vec![value, Expr::Int(bits)]);
        self.push(Expr::Op(Op::ShrS, vec![high, Expr::Int(bits)]));
        Ok(())
    }

    fn call(&mut self, function: u32) -> Result<()> {
        let signature = self.names.signature(function)?;
        let args = self.args(signature.params.len())?;
        let scratch = self.names.scratch.get(function as usize).cloned().flatten();
        let mut args = args.into_iter().map(Box::new);
        let Some(scratch) = scratch else {
            let call = Expr::Call(function, args.map(|arg| *arg).collect());
            if signature.result.is_some() {
                self.push(call)
            } else {
                self.act(call)
            }
            return Ok(());
        };
        let mut arg = || args.next().context("no argument");
        let first = || Box::new(Expr::Int(0));
        // wasm-opt puts what is to happen before into the argument that says the place.
        let word = |place: Box<Expr>| {
            let mut before = match *place {
                Expr::Seq(parts) => parts,
                place => vec![place],
            };
            match before.pop() {
                Some(Expr::Int(place @ 0..2)) => Ok((before, place as u32 * 4)),
                other => bail!("a scratch place {other:?}"),
            }
        };
        match scratch.as_str() {
            "load_i32" => {
                let (mut parts, place) = word(arg()?)?;
                parts.push(Expr::Load(View::I32, place, first()));
                self.push(if parts.len() == 1 { parts.remove(0) } else { Expr::Seq(parts) });
            }
            "store_i32" => {
                let (before, place) = word(arg()?)?;
                let value = arg()?;
                before.into_iter().for_each(|part| self.act(part));
                self.act(Expr::Store(View::I32, place, first(), value));
            }
            "load_f32" => self.push(Expr::Load(View::F32, 0, first())),
            "load_f64" => self.push(Expr::Load(View::F64, 0, first())),
            "store_f32" => {
                let value = arg()?;
                self.act(Expr::Store(View::F32, 0, first(), value));
            }
            "store_f64" => {
                let value = arg()?;
                self.act(Expr::Store(View::F64, 0, first(), value));
            }
            other => bail!("no such scratch: {other}"),
        }
        Ok(())
    }

    fn end(&mut self) -> Result<Option<Frame>> {
        let mut frame = self.frames.pop().context("an end too many")?;
        if self.frames.is_empty() {
            return Ok(Some(frame));
        }
        ensure!(frame.between.is_empty(), "something between values");
        match frame.shape {
            Shape::Function => bail!("a function in a function"),
            Shape::Block => self.state(Stmt::Block(frame.label, frame.body))?,
            Shape::Loop => self.state(Stmt::Loop(frame.label, frame.body))?,
            Shape::If(condition) => {
                self.state(labelled(frame.label, Stmt::If(condition, frame.body, Vec::new())))?
            }
            Shape::Else(condition, then, value) => match (value, frame.values.pop()) {
                (Some(value), Some(other)) => {
                    let pick = Expr::Pick(
                        Box::new(condition),
                        Box::new(seq(then, value)?),
                        Box::new(seq(frame.body, other)?),
                    );
                    self.push(pick);
                }
                (None, None) => {
                    self.state(labelled(frame.label, Stmt::If(condition, then, frame.body)))?;
                }
                _ => bail!("a branch without value"),
            },
        }
        Ok(None)
    }
}

fn calls(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(..) | Expr::Indirect(..) | Expr::Op(Op::Call("N", _), _))
}

/// Whether something holds of an expression or of one inside it.
fn any(expr: &Expr, holds: &impl Fn(&Expr) -> bool) -> bool {
    let within = |parts: &[Expr]| parts.iter().any(|part| any(part, holds));
    holds(expr)
        || match expr {
            Expr::Int(_) | Expr::Double(_) | Expr::Get(_) | Expr::Global(_) => false,
            Expr::Set(_, value) | Expr::SetGlobal(_, value) | Expr::Load(_, _, value) => {
                any(value, holds)
            }
            Expr::Store(_, _, address, value) => any(address, holds) || any(value, holds),
            Expr::Op(_, args) | Expr::Call(_, args) | Expr::Seq(args) => within(args),
            Expr::Indirect(_, place, args) => any(place, holds) || within(args),
            Expr::Pick(condition, then, other) => {
                any(condition, holds) || any(then, holds) || any(other, holds)
            }
        }
}

fn constant(expr: &Expr) -> bool {
    matches!(expr, Expr::Int(_) | Expr::Double(_))
}

/// Whether an expression does something, too.
fn acts(expr: &Expr) -> bool {
    match expr {
        Expr::Int(_) | Expr::Double(_) | Expr::Get(_) | Expr::Global(_) => false,
        Expr::Load(_, _, address) => acts(address),
        Expr::Op(op, args) => matches!(op, Op::Call("K" | "L" | "N", _)) || args.iter().any(acts),
        Expr::Pick(condition, then, other) => acts(condition) || acts(then) || acts(other),
        _ => true,
    }
}

/// An `if` can be left as a block can.
fn labelled(label: Label, stmt: Stmt) -> Stmt {
    Stmt::Block(label, vec![stmt])
}

fn seq(body: Vec<Stmt>, value: Expr) -> Result<Expr> {
    if body.is_empty() {
        return Ok(value);
    }
    let mut parts = body
        .into_iter()
        .map(|stmt| match stmt {
            Stmt::Do(expr) => Ok(expr),
            other => bail!("{other:?} inside an expression"),
        })
        .collect::<Result<Vec<_>>>()?;
    parts.push(value);
    Ok(Expr::Seq(parts))
}

fn load<'a>(operator: &'a Operator) -> Option<(View, &'a MemArg)> {
    Some(match operator {
        Operator::I32Load8S { memarg } => (View::I8, memarg),
        Operator::I32Load8U { memarg } => (View::U8, memarg),
        Operator::I32Load16S { memarg } => (View::I16, memarg),
        Operator::I32Load16U { memarg } => (View::U16, memarg),
        Operator::I32Load { memarg } => (View::I32, memarg),
        Operator::F32Load { memarg } => (View::F32, memarg),
        Operator::F64Load { memarg } => (View::F64, memarg),
        _ => return None,
    })
}

fn store<'a>(operator: &'a Operator) -> Option<(View, &'a MemArg)> {
    Some(match operator {
        Operator::I32Store8 { memarg } => (View::U8, memarg),
        Operator::I32Store16 { memarg } => (View::U16, memarg),
        Operator::I32Store { memarg } => (View::I32, memarg),
        Operator::F32Store { memarg } => (View::F32, memarg),
        Operator::F64Store { memarg } => (View::F64, memarg),
        _ => return None,
    })
}

/// And how many values it takes.
fn op(operator: &Operator) -> Option<(Op, usize)> {
    use Operator as O;
    let math = |letter| (Op::Call(letter, Some(Kind::Double)), 1);
    Some(match operator {
        O::I32Add => (Op::Add, 2),
        O::I32Sub => (Op::Sub, 2),
        O::I32Mul => (Op::Mul, 2),
        O::I32DivS => (Op::DivS, 2),
        O::I32DivU => (Op::DivU, 2),
        O::I32RemS => (Op::RemS, 2),
        O::I32RemU => (Op::RemU, 2),
        O::I32And => (Op::And, 2),
        O::I32Or => (Op::Or, 2),
        O::I32Xor => (Op::Xor, 2),
        O::I32Shl => (Op::Shl, 2),
        O::I32ShrS => (Op::ShrS, 2),
        O::I32ShrU => (Op::ShrU, 2),
        O::I32Eq => (Op::Eq, 2),
        O::I32Ne => (Op::Ne, 2),
        O::I32LtS => (Op::LtS, 2),
        O::I32LtU => (Op::LtU, 2),
        O::I32GtS => (Op::GtS, 2),
        O::I32GtU => (Op::GtU, 2),
        O::I32LeS => (Op::LeS, 2),
        O::I32LeU => (Op::LeU, 2),
        O::I32GeS => (Op::GeS, 2),
        O::I32GeU => (Op::GeU, 2),
        O::I32Eqz => (Op::Eqz, 1),
        O::F64Add => (Op::DoubleAdd, 2),
        O::F64Sub => (Op::DoubleSub, 2),
        O::F64Mul => (Op::DoubleMul, 2),
        O::F64Div => (Op::DoubleDiv, 2),
        O::F64Eq => (Op::DoubleEq, 2),
        O::F64Ne => (Op::DoubleNe, 2),
        O::F64Lt => (Op::DoubleLt, 2),
        O::F64Gt => (Op::DoubleGt, 2),
        O::F64Le => (Op::DoubleLe, 2),
        O::F64Ge => (Op::DoubleGe, 2),
        O::F64Neg => (Op::Neg, 1),
        O::F64ConvertI32S => (Op::FromS, 1),
        O::F64ConvertI32U => (Op::FromU, 1),
        O::I32TruncF64S | O::I32TruncSatF64S => (Op::TruncS, 1),
        O::I32TruncF64U | O::I32TruncSatF64U => (Op::TruncU, 1),
        O::I32Clz => (Op::Call("Z", Some(Kind::Int)), 1),
        O::F64Abs => math("A"),
        O::F64Ceil => math("E"),
        O::F64Floor => math("O"),
        O::F64Trunc => math("R"),
        O::F64Sqrt => math("Q"),
        O::F32DemoteF64 => math("U"),
        O::F64Min => (Op::Call("Y", Some(Kind::Double)), 2),
        O::F64Max => (Op::Call("J", Some(Kind::Double)), 2),
        _ => return None,
    })
}
