package io.playcaller.router.signal.app;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something is worked on: on an account, or where there is none on an episode alone.
 *
 * @param episodeId that has to be known, in whatever state
 */
public record Place(@Nullable String accountId, UUID episodeId) {}
