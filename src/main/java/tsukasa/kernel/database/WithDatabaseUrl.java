package tsukasa.kernel.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

class WithDatabaseUrl implements Condition {
    static boolean given(Environment environment) {
        String url = environment.getProperty("tsukasa.database-url");
        return url != null && !url.isBlank();
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return given(context.getEnvironment());
    }
}
