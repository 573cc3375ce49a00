package io.playcaller.health.engine.profile;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.ProfileAspect;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.ProfileMove;
import io.playcaller.contracts.health.ProfileRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.TierMoves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says when an account moves to another segment, tier or stage, and why. */
public final class ProfileWriter {

    private final HealthModel model;

    public ProfileWriter(HealthModel model) {
        this.model = model;
    }

    /**
     * The change from where the account was placed; null when segment, tier and stage are the same.
     *
     * @param before null where it was placed nowhere
     */
    public @Nullable ProfileChanged change(
            String accountId, @Nullable Placed before, Placement now, Cause cause, Instant at, Instant knownAt) {
        Profile was = before == null ? null : before.profile();
        Profile is = now.placed().profile();
        boolean byModel = cause == Cause.MODEL;
        List<ProfileMove> moves = new ArrayList<>();
        add(moves, ProfileAspect.SEGMENT, was == null ? null : was.segment(), is.segment(), now.tier(), byModel);
        add(moves, ProfileAspect.TIER, was == null ? null : was.tier(), is.tier(), now.tier(), byModel);
        add(moves, ProfileAspect.STAGE, was == null ? null : was.stage(), is.stage(), now.stage(), byModel);
        return moves.isEmpty() ? null : new ProfileChanged(accountId, at, knownAt, moves, is, model.version());
    }

    private void add(
            List<ProfileMove> moves,
            ProfileAspect aspect,
            @Nullable String from,
            String to,
            Moment since,
            boolean byModel) {
        if (!Objects.equals(from, to)) {
            ProfileRule rule = byModel ? ProfileRule.MODEL : since.rule();
            moves.add(new ProfileMove(aspect, from, to, Instant.ofEpochMilli(since.at()), rule, sentence(rule)));
        }
    }

    private String sentence(ProfileRule rule) {
        TierMoves moves = model.profile().moves();
        return switch (rule) {
            case ARR -> "What its contracts were worth when it became a customer or came back";
            case ARR_ABOVE -> "ARR at or above the limit for " + moves.upAfterDays() + " days";
            case ARR_BELOW ->
                "ARR more than " + moves.downBelow() + "% below the limit for " + moves.downAfterDays() + " days";
            case RENEWED_LOWER -> "ARR below the limit when a term ended";
            case STRATEGIC -> "Flagged as strategic";
            case CONTRACT_STARTED -> "The first contract began";
            case CONTRACT_ENDED -> "The last contract ended";
            case CAME_BACK -> "A contract began after a time without one";
            case MILESTONES -> "The milestones that were waited for are reached";
            case TIME -> "The stage before took as long as it may";
            case RENEWAL_NEAR -> "The end of the term is near";
            case NOTICE_NEAR -> "The notice deadline is near";
            case RENEWED -> "The term ended and another runs";
            case MODEL -> "Another version of the model applies";
            case OTHERWISE, UNKNOWN -> "No other rule applies";
        };
    }
}
