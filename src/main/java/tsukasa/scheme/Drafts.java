package tsukasa.scheme;

import java.util.Map;

/// 下書き: forms not yet sent.
public interface Drafts {
    /// Opens a form filled with what is registered; sending it changes that entry.
    ///
    /// @return the path of its first step, with its secret
    String forChange(Scheme scheme, String number, Map<String, Object> answers);
}
