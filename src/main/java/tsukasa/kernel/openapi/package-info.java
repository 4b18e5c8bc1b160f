/// The description of everything under `/api/`, made from the mappings and records themselves.
@NullMarked
package tsukasa.kernel.openapi;

import org.jspecify.annotations.NullMarked;
