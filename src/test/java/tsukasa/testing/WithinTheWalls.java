package tsukasa.testing;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import tsukasa.identity.Permission;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.NamedActors;
import tsukasa.kernel.database.Walls;

/// Lets the thread of a Spring test pass all walls around confidential records, in transactions, so that it can prepare
/// and look. Requests that a test makes begin as nobody, as everybody's do; the platform itself starts as nobody, too.
public class WithinTheWalls extends AbstractTestExecutionListener {
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        Walls.enter(Acting.NOBODY);
        enter(test);
    }

    private static void enter(TestContext test) {
        Set<String> actors = new HashSet<>();
        test.getApplicationContext()
                .getBeanProvider(NamedActors.class)
                .forEach(some -> some.all().forEach(actor -> actors.add(actor.id())));
        Walls.enter(everything(actors));
    }

    /// Whoever made the rows, and whatever permission is asked for.
    private static Acting everything(Set<String> actors) {
        Set<String> powers = new HashSet<>();
        for (Permission permission : Permission.values()) {
            powers.add(permission.name() + "/*");
        }
        return new Acting(new UUID(0, 0), powers, actors);
    }

    @Override
    public void afterTestClass(TestContext test) {
        Walls.enter(Acting.NOBODY);
    }
}
