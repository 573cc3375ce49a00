/** {@code privacy.yaml}: rules, each checked against what the doors need. */
@NullMarked
package io.playcaller.ingest.door.privacy.file;

import org.jspecify.annotations.NullMarked;
