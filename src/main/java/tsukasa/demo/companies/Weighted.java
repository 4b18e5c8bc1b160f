package tsukasa.demo.companies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/// Draws by weight.
final class Weighted<T> {
    private final List<T> things = new ArrayList<>();
    private final List<Integer> upTo = new ArrayList<>();
    private int total;

    Weighted(Collection<T> things, ToIntFunction<T> weight) {
        for (T thing : things) {
            total += weight.applyAsInt(thing);
            this.things.add(thing);
            upTo.add(total);
        }
    }

    T draw(RandomGenerator random) {
        int ticket = random.nextInt(total);
        int index = 0;
        while (upTo.get(index) <= ticket) {
            index++;
        }
        return things.get(index);
    }
}
