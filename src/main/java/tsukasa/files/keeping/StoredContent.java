package tsukasa.files.keeping;

import tsukasa.files.FileState;

/// What lies on the disk for one content.
record StoredContent(long id, String sha256, boolean sealed, String storedSha256, long size, FileState state) {}
