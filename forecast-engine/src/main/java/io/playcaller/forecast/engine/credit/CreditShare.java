package io.playcaller.forecast.engine.credit;

/**
 * The part of a movement of revenue that somebody is credited for.
 *
 * @param role in which they are
 * @param percent of the movement's amount
 * @param overlay true for what comes on top of the whole amount, and is shown apart
 */
public record CreditShare(String staffId, String role, int percent, boolean overlay) {

    /** Whether it is the part of the same role, whoever holds that. */
    boolean sameRole(CreditShare other) {
        return role.equals(other.role) && percent == other.percent && overlay == other.overlay;
    }
}
