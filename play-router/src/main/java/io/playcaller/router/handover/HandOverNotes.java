package io.playcaller.router.handover;

/**
 * What whoever takes an account over must be told. All of it is required: "none" is an answer, nothing is not.
 *
 * @param context who the customer is, what they want to reach, and how far they are
 * @param promises what was promised to them, and by whom
 * @param contacts whom to speak with, by role
 * @param renewals dates and terms
 */
public record HandOverNotes(String context, String openRisks, String promises, String contacts, String renewals) {}
