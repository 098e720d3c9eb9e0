//! What calls cost in a session with little in it, and in one with much.

use simulator::Simulator;
use simulator::http::Request;
#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
use std::time::Instant;

const ITERATIONS: usize = 4_000;
/// How many calls a session gets before it is the other's turn.
const TURN: usize = 200;
/// A prime: multiples of it visit what is stored all over, each once.
const STEP: usize = 7_919;

/// A session to measure calls in.
pub(crate) trait Stock {
    /// The session.
    fn simulator(&self) -> &Simulator;

    /// After how many calls it begins anew, if it would grow or run out while it is measured.
    fn batch(&self) -> Option<usize>;
}

/// A call to measure: its name, and its request in a stock for a number.
pub(crate) type Call<S> = (&'static str, fn(&S, usize) -> Request);

/// Prints each call's median in both sessions, and the ratio. `heads` says what the sessions hold.
pub(crate) fn compare<S: Stock>(service: &str, heads: [String; 2], stocks: [&S; 2], calls: &[Call<S>]) {
    let [first, second] = heads;
    println!("{:<48} {first:>12} {second:>12} {:>6}", format!("{service}, median"), "ratio");
    for (name, request) in calls {
        let [first, second] = measure(stocks, *request);
        println!("{name:<48} {first:>9.2} µs {second:>9.2} µs {:>6.2}", second / first);
    }
}

/// The medians of a call in two sessions, in microseconds. They take turns, so that what else the machine does is in both.
fn measure<S: Stock>(stocks: [&S; 2], request: fn(&S, usize) -> Request) -> [f64; 2] {
    let mut runs = stocks.map(|stock| (stock, stock.simulator().clone(), Vec::with_capacity(ITERATIONS)));
    for turn in 0..ITERATIONS / TURN {
        for (stock, simulator, times) in &mut runs {
            for iteration in turn * TURN..(turn + 1) * TURN {
                if stock.batch().is_some_and(|batch| iteration.is_multiple_of(batch)) {
                    *simulator = stock.simulator().clone();
                }
                let request = request(stock, iteration * STEP);
                #[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
                let start = Instant::now();
                let exchange = simulator.handle(&request);
                times.push(start.elapsed());
                assert_eq!(exchange.response.status, 200, "{}", exchange.response.body);
            }
        }
    }
    runs.map(|(_, _, mut times)| {
        times.sort_unstable();
        times[ITERATIONS / 2].as_secs_f64() * 1e6
    })
}
