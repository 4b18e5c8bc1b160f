package tsukasa.kernel.database;

import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationUtils;

/// Makes `@Acts` hold, around the transaction of the method.
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ActsAdvice {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor namedActorsAtWork() {
        MethodInterceptor advice = call -> {
            Acts acts = AnnotationUtils.findAnnotation(
                    org.springframework.aop.support.AopUtils.getMostSpecificMethod(
                            call.getMethod(),
                            Objects.requireNonNull(call.getThis()).getClass()),
                    Acts.class);
            return acts == null ? call.proceed() : Walls.during(Acting.as(acts.as()), call::proceed);
        };
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Acts.class), advice);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
