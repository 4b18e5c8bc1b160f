package tsukasa.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tsukasa.kernel.page.Answer;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Redirect;

/// Lets a controller return a page, or the way to one.
class PageReturnHandler implements HandlerMethodReturnValueHandler {
    private final PageRenderer renderer;

    PageReturnHandler(PageRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletResponse response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        switch ((Answer) Objects.requireNonNull(value)) {
            case Page page -> renderer.send(page, response);
            case Redirect redirect -> {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", redirect.path());
                response.setHeader("Cache-Control", "no-store");
            }
        }
    }
}
