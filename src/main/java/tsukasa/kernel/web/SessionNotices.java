package tsukasa.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Notices;

@Component
class SessionNotices implements Notices {
    @Override
    public void leave(HttpServletRequest request, Notice notice) {
        request.getSession().setAttribute(Frames.NOTICE, notice);
    }
}
