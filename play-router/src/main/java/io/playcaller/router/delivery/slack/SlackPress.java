package io.playcaller.router.delivery.slack;

/**
 * That somebody pressed a button or chose from a menu.
 *
 * @param userId who, as Slack calls them
 * @param actionId of the button or menu
 * @param value of the button, or of what was chosen
 * @param at Slack's time of it
 * @param responseUrl where an answer goes that only they see; empty for none
 */
public record SlackPress(String userId, String actionId, String value, String at, String responseUrl) {}
