/// `bench plan`: starts the real platform on a folder of its own, visits it over loopback and prints what it took.
@NullMarked
package tsukasa.bench.plan;

import org.jspecify.annotations.NullMarked;
