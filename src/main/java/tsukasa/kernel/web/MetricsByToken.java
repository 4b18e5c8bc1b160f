package tsukasa.kernel.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Collects metrics only where somebody may read them: when `tsukasa.metrics-token` is set.
@Order(Ordered.LOWEST_PRECEDENCE)
class MetricsByToken implements EnvironmentPostProcessor {
    static final String TOKEN = "tsukasa.metrics-token";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty(TOKEN, "").isBlank()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "metrics",
                            Map.of(
                                    "management.prometheus.metrics.export.enabled", "true",
                                    "management.endpoints.web.exposure.include", "health,prometheus")));
        }
    }
}
