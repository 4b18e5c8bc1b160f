package tsukasa.identity.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tsukasa.identity.Visitor;

/// Lets a controller take `Optional<Visitor>` on a public page. Behind a permission it takes `Visitor`, which Spring
/// itself knows as the principal of the request.
class VisitorArgument implements HandlerMethodArgumentResolver {
    private static final ResolvableType OPTIONAL = ResolvableType.forClassWithGenerics(Optional.class, Visitor.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return OPTIONAL.isAssignableFrom(ResolvableType.forMethodParameter(parameter));
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getUserPrincipal() instanceof Visitor visitor ? Optional.of(visitor) : Optional.empty();
    }
}
