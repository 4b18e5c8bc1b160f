@NullMarked
package tsukasa.demo.companies;

import org.jspecify.annotations.NullMarked;
