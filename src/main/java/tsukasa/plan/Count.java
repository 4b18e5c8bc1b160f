package tsukasa.plan;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;

/// How counting can end: figures for every step, or the reason why there are none.
public sealed interface Count {
    /// @param steps one for each counting step, from all candidates down to those that make the value
    record Counted(List<Step> steps) implements Count {
        public Counted {
            steps = List.copyOf(steps);
        }

        /// The last step: the rows that make the value.
        public Step result() {
            return steps.getLast();
        }
    }

    /// The definition cannot be run here: a view is missing, it tries to write, it takes too long.
    ///
    /// @param next what the keeper of the plan package should do
    record Uncountable(Text what, Text next) implements Count {}

    /// @param rows        how many rows got through this step
    /// @param amount      Σ amount over them
    /// @param denominator Σ denominator over them, for a share
    record Step(long rows, BigInteger amount, Optional<BigInteger> denominator) {
        /// Empty for a share of nothing.
        public Optional<Fraction> value() {
            return denominator
                    .map(below ->
                            below.signum() == 0 ? Optional.<Fraction>empty() : Optional.of(new Fraction(amount, below)))
                    .orElseGet(() -> Optional.of(new Fraction(amount, BigInteger.ONE)));
        }
    }

    default Optional<Counted> counted() {
        return this instanceof Counted counted ? Optional.of(counted) : Optional.empty();
    }

    /// Empty when nothing has been counted yet, and when it cannot be.
    default Optional<Fraction> value() {
        return counted()
                .filter(c -> c.result().rows() > 0)
                .flatMap(c -> c.result().value());
    }
}
