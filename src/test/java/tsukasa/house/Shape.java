package tsukasa.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The rules of shape. Exceptions stand beside their rule with a reason; their lists may only shrink.
final class Shape {
    /// Kernel is vocabulary and furniture that everyone uses; its packages are open, so it has no hidden slices.
    private static final Set<String> OPEN = Set.of("kernel");

    private static final Map<String, String> PUBLIC_IN_A_SLICE = Map.of();

    private static final Map<String, String> SQL_OUTSIDE_STORES =
            Map.of("tsukasa.kernel.database", "opens, checks and closes databases; asks them nothing about the agency");

    static final ArchRule ROOTS_ARE_CONTRACTS = classes()
            .that(are("in the root of a closed module", type -> House.isRoot(type.getPackageName()) && !isOpen(type)))
            .should(be("a contract type", Shape::isContract))
            .because("others read a module's root to learn what they may ask; implementations live in slices");

    static final ArchRule SLICES_ARE_HIDDEN = classes()
            .that(are("in a slice of a closed module", type -> inSlice(type) && !isOpen(type)))
            .should(be("package-private, unless a *Page record or a *Command", Shape::isHidden))
            .because("what nobody can reach, nobody depends on");

    static final ArchRule SQL_IN_STORES = noClasses()
            .that(are(
                    "no stores",
                    type -> !topLevel(type).getSimpleName().endsWith("Store")
                            && !SQL_OUTSIDE_STORES.containsKey(type.getPackageName())))
            .should()
            .dependOnClassesThat(are("ways to talk SQL", Shape::talksSql))
            .because("whoever changes a table must find all its statements in the stores of one module");

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that(are("not the maker of the clock", type -> !type.getName().equals("tsukasa.kernel.MachineClock")))
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("it asks the machine for the time") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return asksMachineForTime(call);
                }
            })
            .because("the demonstration runs on a simulated year and tests on a fixed day: inject Clock");

    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name says what a thing is to the agency");

    private Shape() {}

    static ArchRule packagesAreFreeOfCycles(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("slices point to their root, never back");
    }

    private static boolean isOpen(JavaClass type) {
        return OPEN.contains(House.module(type.getPackageName()));
    }

    private static boolean inSlice(JavaClass type) {
        return type.getPackageName().split("\\.", -1).length > 2;
    }

    private static boolean isContract(JavaClass type) {
        boolean shape = type.isInterface()
                || type.isRecord()
                || type.isEnum()
                || type.isAnnotation()
                || type.isAssignableTo(Throwable.class)
                || topLevel(type) != type
                || type.getSimpleName().equals("package-info");
        return shape
                && !type.isMetaAnnotatedWith(Component.class)
                && !type.getSimpleName().matches(".*(Store|Controller|Page|Command|Setup)");
    }

    private static boolean isHidden(JavaClass type) {
        JavaClass top = topLevel(type);
        return !top.getModifiers().contains(JavaModifier.PUBLIC)
                || top.isRecord() && top.getSimpleName().endsWith("Page")
                || top.getSimpleName().endsWith("Command")
                || PUBLIC_IN_A_SLICE.containsKey(top.getName());
    }

    private static boolean talksSql(JavaClass type) {
        String name = type.getName();
        return name.startsWith("org.springframework.jdbc.core.")
                || name.startsWith("org.postgresql.") && !name.startsWith("org.postgresql.util.PSQLException")
                || Set.of(
                                "javax.sql.DataSource",
                                "java.sql.Connection",
                                "java.sql.Statement",
                                "java.sql.PreparedStatement",
                                "java.sql.ResultSet")
                        .contains(name);
    }

    private static boolean asksMachineForTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean now = owner.startsWith("java.time.")
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(p -> p.getSimpleName().equals("Clock"));
        boolean system = owner.equals("java.lang.System") && method.equals("currentTimeMillis");
        boolean clock = owner.equals("java.time.Clock") && method.startsWith("system");
        return now || system || clock;
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(Shape::topLevel).orElse(type);
    }

    static DescribedPredicate<JavaClass> are(String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static ArchCondition<JavaClass> be(String description, java.util.function.Predicate<JavaClass> predicate) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, predicate.test(type), type.getName() + " should be " + description));
            }
        };
    }
}
