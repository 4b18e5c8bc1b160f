package tsukasa.kernel;

import java.util.List;

/// What a module wants said once the platform is up, such as who can sign in. A bean; `@Order` decides who speaks
/// first.
public interface StartNote {
    List<Text> lines();
}
