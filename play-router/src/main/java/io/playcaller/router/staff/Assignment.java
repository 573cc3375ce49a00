package io.playcaller.router.staff;

import org.jspecify.annotations.Nullable;

/**
 * Who has a task, and why they.
 *
 * @param role the role under which they have it
 * @param staffId null while nobody is found
 * @param how stable code of the rule that chose: {@code named-owner}, {@code pool}, {@code holder}, {@code nobody}
 * @param sentence the same for people, with what was tried before
 */
public record Assignment(String role, @Nullable String staffId, String how, String sentence) {}
