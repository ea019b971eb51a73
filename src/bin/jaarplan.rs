//! The command line.
fn main() {
    let text = std::io::read_to_string(std::io::stdin()).unwrap();
    for line in text.lines() {
        let d = jaarplan::Document::parse(line);
        match d
            .and_then(|d| jaarplan::Plan::read(&d))
            .and_then(|p| jaarplan::evaluate(&p))
        {
            Ok(e) => println!("{}", serde_json::to_string(&e).unwrap()),
            Err(e) => println!("{}", serde_json::json!({"error": e})),
        }
    }
}
