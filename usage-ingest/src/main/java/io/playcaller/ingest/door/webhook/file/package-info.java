/** The file that describes the webhooks of an installation, read strictly: every fault at once, with file, line and key. */
@NullMarked
package io.playcaller.ingest.door.webhook.file;

import org.jspecify.annotations.NullMarked;
