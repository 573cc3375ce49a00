package io.playcaller.router.staff;

import java.util.List;

/**
 * A role that a play may ask for.
 *
 * @param pool whose members serve it where no owner is named
 * @param then roles that step in, in order, when nobody holds it
 */
public record Role(String key, String title, String pool, List<String> then) {}
