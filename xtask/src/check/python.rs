//! The botocore tests: botocore parses the simulator's responses, and boto3 and the AWS CLI call the package's endpoint.

use crate::failure::Outcome;
use crate::need;
use crate::project::Project;
use crate::shell;

/// Runs the tests in the project's Python environment.
pub(super) fn test(project: &Project) -> Outcome {
    let mut command = project.command(need::python_interpreter(project));
    command.args(["-m", "unittest", "discover", "--start-directory", "tests/botocore", "--verbose"]);
    shell::run(command.env("PYTHONDONTWRITEBYTECODE", "1"))
}
