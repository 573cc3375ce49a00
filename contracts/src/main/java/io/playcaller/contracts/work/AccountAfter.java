package io.playcaller.contracts.work;

import io.playcaller.contracts.reason.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an account since a play run on it began, as far as it is known when the run ends or is looked back at.
 *
 * @param openRisks reasons of the risk signals that are open on it, each once, in the order of their codes
 * @param touched whether one of ours was in touch with it since the run began, whoever it was: nobody is kept from speaking to
 *     an account that is held out; null when unknown
 * @param renewed whether a contract of it was renewed since; null when none is known
 * @param churned whether a contract of it ended in full since; null when none is known
 * @param mergedInto the account into which it was merged: score, grade, stage and ARR are then unknown; null when it was not
 */
public record AccountAfter(
        List<Reason> openRisks,
        @Nullable Boolean touched,
        @Nullable Boolean renewed,
        @Nullable Boolean churned,
        @Nullable String mergedInto) {}
