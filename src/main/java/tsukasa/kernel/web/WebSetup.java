package tsukasa.kernel.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
    private final Frames frames;

    WebSetup(Frames frames) {
        this.frames = frames;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FrameArgument(frames));
    }

    /// The names of assets carry a hash of their content, so a browser never needs to ask again.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    /// Stands before Spring's own handlers, which would take a page for a model attribute.
    @Configuration(proxyBeanMethods = false)
    static class PagesFirst implements InitializingBean {
        private final RequestMappingHandlerAdapter adapter;
        private final PageRenderer renderer;

        PagesFirst(RequestMappingHandlerAdapter adapter, PageRenderer renderer) {
            this.adapter = adapter;
            this.renderer = renderer;
        }

        @Override
        public void afterPropertiesSet() {
            List<HandlerMethodReturnValueHandler> all = new ArrayList<>();
            all.add(new PageReturnHandler(renderer));
            List<HandlerMethodReturnValueHandler> standard = adapter.getReturnValueHandlers();
            all.addAll(standard == null ? List.of() : standard);
            adapter.setReturnValueHandlers(all);
        }
    }
}
