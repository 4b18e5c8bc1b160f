/// Execution from CSV and XLSX files: checked first, entered as checked.
@NullMarked
package tsukasa.budget.importing;

import org.jspecify.annotations.NullMarked;
