package io.playcaller.health.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next hand it back as {@code cursor} for what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {}
