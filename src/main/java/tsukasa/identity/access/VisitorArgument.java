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

/// Lets a controller take `Visitor` (behind a permission) or `Optional<Visitor>` (on a public page).
class VisitorArgument implements HandlerMethodArgumentResolver {
    private static final ResolvableType OPTIONAL = ResolvableType.forClassWithGenerics(Optional.class, Visitor.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class
                || OPTIONAL.isAssignableFrom(ResolvableType.forMethodParameter(parameter));
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<Visitor> visitor = Visitors.of(request.getUserPrincipal());
        return parameter.getParameterType() == Visitor.class ? visitor.orElse(null) : visitor;
    }
}
