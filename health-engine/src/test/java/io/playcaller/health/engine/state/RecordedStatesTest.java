package io.playcaller.health.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.episode.Told;
import io.playcaller.health.engine.episode.Track;
import io.playcaller.health.engine.episode.Verdict;
import io.playcaller.health.engine.episode.Watch;
import io.playcaller.health.engine.fact.Corrections;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Product;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.score.Readings;
import io.playcaller.health.engine.score.Said;
import io.playcaller.health.engine.testing.Day;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** States as they were once written are read for good; what stands here is never changed. */
class RecordedStatesTest {

    /** {@link Lives#life()} in version 1, which kept no products. */
    private static final String VERSION_1 = String.join(
            "",
            "AQRhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8",
            "ACx8ACAgEBAIPgwb2VZwX4njlSBEFjbWUNRXVyb3BlL0JlcmxpbgAAAQNjLTEBAIPgwb2VZwV9s70bx8ACx8ACocYC",
            "AB4AAYOb7gIDRVVSF8fAAqHGAgAAAQN0LTEBAYPqkbiXZ8TqCbUBg+qRuJdnAAGDpMm7l2eFEA9sCQAAAAMDY3JtAQ",
            "XHwAIMc3VwcG9ydC1kZXNrAQLNwAIDd2ViAgEDzcACCoPgwb2VZ4OkybuXZ4PqkbiXZwCDoI2HmGcDYWxsAw3DuAKA",
            "tRgEAMO4AqujEAQABADDmgyKlgoEAMO4AouWCgQABAAEAAQABAABBQEKbWlkLW1hcmtldAptaWQtbWFya2V0Cm9uYm",
            "9hcmRpbmeD4MG9lWcBg5vuAgNFVVKhxgLlxQKVrBTukAGAAHghB4Pgwb2VZwSi1YKAgIDA0HmD8LJSxbgCAoPwslID",
            "AIPwslIDCIO6twPXoAMAg7q3A6zQAYCAA4OupgoDwAGD0K/WhmcIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEA4PS78WXZwEBAQAPc3VwLnNldmVyZV9vcGVuAgEBD3N1cC5zZXZl",
            "cmVfb3BlbgeDpMm7l2cBAQEAEXNlbi5ucHNfZGV0cmFjdG9yAgEBEXNlbi5ucHNfZGV0cmFjdG9yIIPgwb2VZwEBAQ",
            "AUbGlmZS5jb250cmFjdF9zaWduZWQBAQEUbGlmZS5jb250cmFjdF9zaWduZWQhg+DBvZVnAQEBAAxsaWZlLnN0YXJ0",
            "ZWQBAQEMbGlmZS5zdGFydGVkAAASaGFzaC1vZi1vbmUtY2FyZC0xAA==");

    /** {@link Lives#life()} in version 2, which kept nothing of what may be taken back. */
    private static final String VERSION_2 = String.join(
            "",
            "AgRhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8AC",
            "x8ACAgEBAIPgwb2VZwX4njlSBEFjbWUNRXVyb3BlL0JlcmxpbgAAAQNjLTEBAIPgwb2VZwV9s70bx8ACx8ACocYCAB4A",
            "AAlwcm9kdWN0LTEBg5vuAgNFVVIXx8ACocYCAAABA3QtMQEBg+qRuJdnxOoJtQGD6pG4l2cAAYOkybuXZ4UQD2wJAAAA",
            "AwNjcm0BBcfAAgxzdXBwb3J0LWRlc2sBAs3AAgN3ZWICAQPNwAIKg+DBvZVng6TJu5dng+qRuJdnAAAAg6CNh5hnA2Fs",
            "bAMNw7gCgLUYBADDuAKroxAEAAQAw5oMipYKBADDuAKLlgoEAAQABAAEAAQAAQUBCm1pZC1tYXJrZXQKbWlkLW1hcmtl",
            "dApvbmJvYXJkaW5ng+DBvZVnAYOb7gIDRVVSocYC5cUClawU7pABgAB4IQeD4MG9lWcEotWCgICAwNB5g/CyUsW4AgKD",
            "8LJSAwCD8LJSAwiDurcD16ADAIO6twOs0AGAgAODrqYKA8ABg9Cv1oZnCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAOD0u/Fl2cBAQEAD3N1cC5zZXZlcmVfb3BlbgIBAQ9zdXAuc2V2",
            "ZXJlX29wZW4Hg6TJu5dnAQEBABFzZW4ubnBzX2RldHJhY3RvcgIBARFzZW4ubnBzX2RldHJhY3RvciCD4MG9lWcBAQEA",
            "FGxpZmUuY29udHJhY3Rfc2lnbmVkAQEBFGxpZmUuY29udHJhY3Rfc2lnbmVkIYPgwb2VZwEBAQAMbGlmZS5zdGFydGVk",
            "AQEBDGxpZmUuc3RhcnRlZAAAEmhhc2gtb2Ytb25lLWNhcmQtMQA=");

    /** {@link Lives#life()} in version 4, which kept neither since when use would be heard of nor of what an episode told. */
    private static final String VERSION_4 = String.join(
            "",
            "BARhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8ACx8AC",
            "AgEBAIPgwb2VZwU8VrZBBEFjbWUNRXVyb3BlL0JlcmxpbgAAAAAAAQNjLTEBAIPgwb2VZwWeU76fx8ACx8ACocYCAB4AAAlw",
            "cm9kdWN0LTEBg5vuAgNFVVIXx8ACocYCAAABA3QtMQEBg+qRuJdnxOoJtQGD6pG4l2cAAYOkybuXZ4UQD2wJAAAAAwNjcm0B",
            "BcfAAgxzdXBwb3J0LWRlc2sBAs3AAgN3ZWICAQPNwAIKg+DBvZVng6TJu5dnAAAAAAACg+qRuJdnxOoJtYO6twOFEA9sAYPq",
            "kbiXZ8TqCbWDmNvmlWeDoI2HmGcDYWxsAw3DuAKAtRgEAMO4AqujEAQABADDmgyKlgoEAMO4AouWCgQABAAEAAQABAABBQEK",
            "bWlkLW1hcmtldAptaWQtbWFya2V0Cm9uYm9hcmRpbmeD4MG9lWcBg5vuAgNFVVKhxgLlxQKVrBTukAGAAHghB4Pgwb2VZwSi",
            "1YKAgIDA0HmD8LJSxbgCAoPwslIDAIPwslIDCIO6twPXoAMAg7q3A6zQAYCAA4OupgoDwAGD0K/WhmcIAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEA4PS78WXZwEBAQAPc3VwLnNldmVyZV9vcGVu",
            "AgEBD3N1cC5zZXZlcmVfb3BlbgeDpMm7l2cBAQEAEXNlbi5ucHNfZGV0cmFjdG9yAgEBEXNlbi5ucHNfZGV0cmFjdG9yIIPg",
            "wb2VZwEBAQAUbGlmZS5jb250cmFjdF9zaWduZWQBAQEUbGlmZS5jb250cmFjdF9zaWduZWQhg+DBvZVnAQEBAAxsaWZlLnN0",
            "YXJ0ZWQBAQEMbGlmZS5zdGFydGVkAAASaGFzaC1vZi1vbmUtY2FyZC0xAA==");

    /** {@link Lives#onboarding()} in version 5, which kept no values of milestones. */
    private static final String ONBOARDING_OF_VERSION_5 = String.join(
            "",
            "BQRhY21lzcACAAAAAAAAAAACAAAAAAAAAAAAAQdraWNrb2ZmAgGD6rTclWe1+y+3g9D0j5ZnAAGDpOzflWeLKahrg9D0j5Zng6Ts",
            "35VnAQN3ZWIBBMfAAgIAg6Ts35VnAAAAAAACg+q03JVntfsvt4O6twOLKahrAACDsIjboWcDYWxsAw0EAAQABAAEAAQABAAEAAQA",
            "BAAEAMOaDKvYKMO4ApWsFAQAAQIBA3NtYgp0ZWNoLXRvdWNoCGFkb3B0aW9ug+q03JVnAAAAoI0GAEXiN+gGg+DBvZVnBKrVgoCA",
            "gMDQeYOK8x7v+QgAg7q3AwMAg6yIMAMAg/CyUgMAg/CyUgMAg9Cv1oZnCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAx8ACEmhhc2gtb2Ytb25lLWNhcmQtMQA=");

    /** {@link Lives#life()} in version 5, which kept no values of measures and not which facts moved them. */
    private static final String VERSION_5 = String.join(
            "",
            "BQRhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8ACx8ACAgEB",
            "AIPgwb2VZwU8VrZBBEFjbWUNRXVyb3BlL0JlcmxpbgAAAAAAAQNjLTEBAIPgwb2VZwWeU76fx8ACx8ACocYCAB4AAAlwcm9kdWN0",
            "LTEBg5vuAgNFVVIXx8ACocYCAAABA3QtMQEBg+qRuJdnxOoJtQGD6pG4l2cAAYOkybuXZ4UQD2wJAAAAAwNjcm0BBcfAAgxzdXBw",
            "b3J0LWRlc2sBAs3AAgN3ZWICAQPNwAIKg+DBvZVng6TJu5dnAAAAAAACg+qRuJdnxOoJtYO6twOFEA9sAYPqkbiXZ8TqCbWDmNvm",
            "lWeDoI2HmGcDYWxsAw3DuAKAtRgEAMO4AqujEAQABADDmgyKlgoEAMO4AouWCgQABAAEAAQABAABBQEKbWlkLW1hcmtldAptaWQt",
            "bWFya2V0Cm9uYm9hcmRpbmeD4MG9lWcBg5vuAgNFVVKhxgLlxQKVrBTukAGAAHghB4Pgwb2VZwSq1YKAgIDA0HmD8LJSxbgCAoPw",
            "slIDAIPwslIDAIO6twPXoAMAg7q3A6zQAYCAA4OupgoDwAGD0K/WhmcIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEA4PS78WXZwEBAQAPc3VwLnNldmVyZV9vcGVuAwEBD3N1cC5zZXZlcmVfb3BlbgKu7/Ks",
            "p/4+B4OkybuXZwEBAQARc2VuLm5wc19kZXRyYWN0b3IDAQERc2VuLm5wc19kZXRyYWN0b3IBIIPgwb2VZwEBAQAUbGlmZS5jb250",
            "cmFjdF9zaWduZWQBAQEUbGlmZS5jb250cmFjdF9zaWduZWQBIYPgwb2VZwEBAQAMbGlmZS5zdGFydGVkAQEBDGxpZmUuc3RhcnRl",
            "ZAEAAMfAAhJoYXNoLW9mLW9uZS1jYXJkLTEA");

    /** {@link Lives#life()} in version 6, which kept neither parents nor children. */
    private static final String VERSION_6 = String.join(
            "",
            "BgRhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8ACx8ACAgABAQCD",
            "4MG9lWcFPFa2QQRBY21lDUV1cm9wZS9CZXJsaW4AAAAAAAEDYy0xAQCD4MG9lWcFnlO+n8fAAsfAAqHGAgAeAAAJcHJvZHVjdC0xAYOb",
            "7gIDRVVSF8fAAqHGAgAAAAEDdC0xAQGD6pG4l2fE6gm1AYPqkbiXZwAAAAABg6TJu5dnhRAPbAkAAAAAAwNjcm0BBcfAAgxzdXBwb3J0",
            "LWRlc2sBAs3AAgN3ZWICAQPNwAIKg+DBvZVng6TJu5dnAAAAAAACg+qRuJdnxOoJtYO6twOFEA9sAYPqkbiXZ8TqCbWDmNvmlWcAAIOg",
            "jYeYZwNhbGwDE8O4AoC1GAQAw7gCq6MQBAAEAMOaDIqWCgQAw7gCi5YKBAAEAAQABAAEAAQABAAEAAQABAAEAAEFAQptaWQtbWFya2V0",
            "Cm1pZC1tYXJrZXQKb25ib2FyZGluZ4Pgwb2VZwGDm+4CA0VVUqHGAuXFApWsFO6QAYAAeCEACm9uZS1jYXJkLTGD+MCLl2cTkwMB0w8B",
            "AQMB8y4BAQEBAQEBAQEBAQEDd2ViAwABEn/oYdS7XL65OlfumfrAdIOY2+aVZwEAAe6ot2bgM1ulimZqvocXsbiDmNvmlWcEAAHAIEuX",
            "SJtQ/IhP5YbxthZAg6TJu5dngAEHg+DBvZVnBKrVgoCAgICImgGD8LJSxbgCAoPwslIDAIPwslIDAIO6twPXoAMAg7q3A6zQAYCAA4Ou",
            "pgoDwAGD0K/WhmcXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEA4PS78WXZwEBAQAPc3VwLnNldmVyZV9vcGVuAwEBD3N1cC5zZXZlcmVf",
            "b3BlbgKu7/Ksp/4+B4OkybuXZwEBAQARc2VuLm5wc19kZXRyYWN0b3IDAQERc2VuLm5wc19kZXRyYWN0b3IBIIPgwb2VZwEBAQAUbGlm",
            "ZS5jb250cmFjdF9zaWduZWQBAQEUbGlmZS5jb250cmFjdF9zaWduZWQBIYPgwb2VZwEBAQAMbGlmZS5zdGFydGVkAQEBDGxpZmUuc3Rh",
            "cnRlZAEAAMfAAhJoYXNoLW9mLW9uZS1jYXJkLTEAAQEHa2lja29mZoPgwb2VZ4PApLXPZ4OguIDbZw==");

    /** {@link Lives#told()} in version 7, which wrote the time of every version whole. */
    private static final String VERSION_7 = String.join(
            "",
            "BwRhY21ly8ACAAAAAAAAAAACAAAAAQNjLTECAIOa+cCVZwVEGTgwx8ACx8ACocYCAB4AAAlwcm9kdWN0LTEBg5vuAgNFVVI/x8ACocYC",
            "AACD6rTclWcH/pZ+UMfAAsfAAqHGAgAeAAAJcHJvZHVjdC0xAYOk6AMDRVVSP8fAAqHGAgAAAAEDdC0xAgGDpOzflWcUxxpbA4PqtNyV",
            "ZwAAAAABg6Cwq5ZnsQF7IQOD6rTclWeDoLCrlmcAAAAAAAAAAAACA2NybQEFx8ACDHN1cHBvcnQtZGVzawECycACBIOa+cCVZ4OgsKuW",
            "ZwAAAAAAAoOk7N+VZxTHGluD/MNLsQF7IQKD6rTclWexAXshAxTHGlsAAAAAg7DatJdnA2FsbAMTBAAEAAQABAAEAMOaDMCEPQQABAAE",
            "AAQABAAEAAQABAAEAAQABAAEAAQAAQEBCm1pZC1tYXJrZXQKbWlkLW1hcmtldApvbmJvYXJkaW5ng+DBvZVnAYOk6AMDRVVSocYC5cUC",
            "6ogEAIAAeCEACm9uZS1jYXJkLTGD4MG9lWcTAQEBAQEDAQEBAQEBAQEBAQEBAQAAAwAHg+DBvZVnBMGqVaETg7q3AwMAg9C7G8WaDACD",
            "urcDAwCDrIgwAwCD0LsbAwCDoPc2AwCD4PyDhmcaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACIIPgwb2VZwEBAQAUbGlmZS5jb250",
            "cmFjdF9zaWduZWQBAQEUbGlmZS5jb250cmFjdF9zaWduZWQBIYPgwb2VZwEBAQAMbGlmZS5zdGFydGVkAQEBDGxpZmUuc3RhcnRlZAEA",
            "AMfAAhJoYXNoLW9mLW9uZS1jYXJkLTEAAQEHa2lja29mZoPgwb2VZ4PApLXPZ4OguIDbZwA=");

    /** {@link Lives#life()} in version 8. */
    private static final String VERSION_8 = String.join(
            "",
            "CARhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8ACx8ACAgABAQCD4MG9",
            "lWcFPFa2QQRBY21lDUV1cm9wZS9CZXJsaW4AAAAAAAABA2MtMQEAg+DBvZVnBZ5Tvp/HwALHwAKhxgIAHgAACXByb2R1Y3QtMQGDm+4CA0VV",
            "UhfHwAKhxgIAAAABA3QtMQEBg+qRuJdnxOoJtQGD6pG4l2cAAAAAAYOkybuXZ4UQD2wJAAAAAAADA2NybQEFx8ACDHN1cHBvcnQtZGVzawEC",
            "zcACA3dlYgIBA83AAgqD4MG9lWeDpMm7l2cAAAAAAAKD6pG4l2fE6gm1g7q3A4UQD2wBg+qRuJdnxOoJtYOY2+aVZwAAAIOgjYeYZwNhbGwD",
            "E8O4AoC1GAQAw7gCq6MQBAAEAMOaDIqWCgQAw7gCi5YKBAAEAAQABAAEAAQABAAEAAQABAAEAAEFAQptaWQtbWFya2V0Cm1pZC1tYXJrZXQK",
            "b25ib2FyZGluZ4Pgwb2VZwGDm+4CA0VVUqHGAuXFApWsFO6QAYAAeCEACm9uZS1jYXJkLTGD+MCLl2cTkwMB0w8BAQMB8y4BAQEBAQEBAQEB",
            "AQEDd2ViAwABEn/oYdS7XL65OlfumfrAdIOY2+aVZwEAAe6ot2bgM1ulimZqvocXsbiDmNvmlWcEAAHAIEuXSJtQ/IhP5YbxthZAg6TJu5dn",
            "gAEDAAeD4MG9lWcEwapVoROD8LJSxbgCQIPwslIDAIPwslIDAIO6twPXoAMAg7q3A6zQAYCAYIOupgoDgDCD0K/WhmcaAAAAAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAEA4PS78WXZwEBAQAPc3VwLnNldmVyZV9vcGVuAwEBD3N1cC5zZXZlcmVfb3BlbgKu7/Ksp/4+B4OkybuXZwEBAQAR",
            "c2VuLm5wc19kZXRyYWN0b3IDAQERc2VuLm5wc19kZXRyYWN0b3IBIIPgwb2VZwEBAQAUbGlmZS5jb250cmFjdF9zaWduZWQBAQEUbGlmZS5j",
            "b250cmFjdF9zaWduZWQBIYPgwb2VZwEBAQAMbGlmZS5zdGFydGVkAQEBDGxpZmUuc3RhcnRlZAEAAMfAAhJoYXNoLW9mLW9uZS1jYXJkLTEA",
            "AQEHa2lja29mZoPgwb2VZ4PApLXPZ4OguIDbZwA=");

    /** {@link Lives#life()} in version 10, which knew no days of which nothing is known. */
    private static final String VERSION_10 = String.join(
            "",
            "CgRhY21lzcACBAACAgIAAsabgNSFwwgAAAAAAAAADt7V7PWOxiUAAAAAAAAADgABosCwrJSfKwAAAAAAAAAOx8ACx8ACx8ACAgABAQCD4MG9lWcF",
            "PFa2QQRBY21lDUV1cm9wZS9CZXJsaW4AAAAAAAABA2MtMQEAg+DBvZVnBZ5Tvp/HwALHwAKhxgIAHgAACXByb2R1Y3QtMQGDm+4CA0VVUhfHwAKh",
            "xgIAAAABA3QtMQEBg+qRuJdnxOoJtQGD6pG4l2cAAAAAAYOkybuXZ4UQD2wJAAAAAAADA2NybQEFx8ACDHN1cHBvcnQtZGVzawECzcACA3dlYgIB",
            "A83AAgqD4MG9lWeDpMm7l2cAAAAAAAKD6pG4l2fE6gm1g7q3A4UQD2wBg+qRuJdnxOoJtYOY2+aVZwAAAAAAg6CNh5hnA2FsbAMTw7gCgLUYBADD",
            "uAKroxAEAAQAw5oMipYKBADDuAKLlgoEAAQABAAEAAQABAAEAAQABAAEAAQAAAEFAQptaWQtbWFya2V0Cm1pZC1tYXJrZXQKb25ib2FyZGluZ4Pg",
            "wb2VZwGDm+4CA0VVUqHGAuXFApWsFO6QAYAAeCEACm9uZS1jYXJkLTGD+MCLl2cTkwMB0w8BAQMB8y4BAQEBAQEBAQEBAQABA3dlYgMAARJ/6GHU",
            "u1y+uTpX7pn6wHSDmNvmlWcBAAAB7qi3ZuAzW6WKZmq+hxexuIOY2+aVZwQAAAHAIEuXSJtQ/IhP5YbxthZAg6TJu5dngAEAAwAHg+DBvZVnBMGq",
            "VaETg/CyUsW4AkCD8LJSAwCD8LJSAwCDurcD16ADAIO6twOs0AGAgGCDrqYKA4Awg9Cv1oZnHAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE",
            "A4PS78WXZwEBAQAPc3VwLnNldmVyZV9vcGVuAwEBD3N1cC5zZXZlcmVfb3BlbgKu7/Ksp/4+B4OkybuXZwEBAQARc2VuLm5wc19kZXRyYWN0b3ID",
            "AQERc2VuLm5wc19kZXRyYWN0b3IBIIPgwb2VZwEBAQAUbGlmZS5jb250cmFjdF9zaWduZWQBAQEUbGlmZS5jb250cmFjdF9zaWduZWQBIYPgwb2V",
            "ZwEBAQAMbGlmZS5zdGFydGVkAQEBDGxpZmUuc3RhcnRlZAEAAMfAAhJoYXNoLW9mLW9uZS1jYXJkLTEAAQEHa2lja29mZoPgwb2VZ4PApLXPZ4Og",
            "uIDbZwA=");

    /** {@link Lives#contracts()} in version 11, which kept lines of contracts, and not from which they go on. */
    private static final String CONTRACTS_OF_VERSION_11 = String.join(
            "",
            "CwRhY21ly8ACAAAAAAAAAAACAAAAAAIDYy0xAQCDmvnAlWcFf7tm3re9Are9ApHDAgAeAAEAA4OS9AEDRVVSK7e9ApHDAgVzdWl0ZcOEPQNFVVIEt70C",
            "tcACB2JpbGxpbmfDzyQDVVNEDZ/AApHDAgVzdWl0ZQADYy0yAQCDmvnAlWcFuyFPwbe9Are9Arm+AgEeAAAFc3VpdGUBg5L0AQNFVVIrt70CkcMCAAAA",
            "AAAAAAAAAAEDY3JtAQXHwAICg5r5wJVng5r5wJVnAAAAAAAAAAAAAAAAAIOAir+eZwADEwQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAE",
            "AAQAAAAAAAAAAAAAAAABEwEBAQEBAQEBAQEBAQEBAQEBAQEAAAADAASD4MG9lWcEwapVoRODurcDAwCDtvtOAwCD8LJSAwCD4PyDhmccAAAAAAAAAAAA",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAMfAAhJoYXNoLW9mLW9uZS1jYXJkLTEAAQAKbWlkLW1hcmtldAptaWQtbWFya2V0B3JlbmV3YWyDsMOhkmcBg6To",
            "AwNFVVK/wQKDwQIAAAAAAA==");

    /** The log of {@link Lives#life()} in version 4. */
    private static final String LOG_OF_VERSION_4 =
            "BAKjmMqaDQADA2NybQEFAqOYypoNAAAMc3VwcG9ydC1kZXNrAQICo5jKmg0AAAN3ZWIDAQMEAqOYypoNAAAAAA==";

    /** {@link Lives#inTouch()} in version 11, which kept who took part with each touch, and not who answered. */
    private static final String VERSION_11 = String.join(
            "",
            "CwRhY21lzcACAAAAAAAAAAACAAAAAAABCTNldWliMTV4bQEAg5r5wJVnBalwnWYBAQAAAYOUn7KWZ6Qj124JAYPO1rWWZzDkgr4NAoPqtNyVZ+80WBwCys6i",
            "4paYAqTx7MmUiS6D2ueulmcBxESpAaTx7MmUiS4AAAACA2NybQEFx8ACA3dlYgIDBMnAAgWDmvnAlWeDzta1lmcAAAAAAASD6rTclWfvNFgcg/CyUgHERKmD",
            "urcDpCPXboO6twMw5IK+AAAAAAAAAIOwiNuhZwNhbGwDEwQABAAEAAQABAAEAMOaDJChD8O4ApChD8OaDJChD7PbBpChDwQABAAEAAQABAAEAAQABAAEAAAB",
            "AgEDc21iCnRlY2gtdG91Y2gIYWRvcHRpb26DmvnAlWcAAACWrBQAqrJkhQAKb25lLWNhcmQtMYPgwb2VZxMBAQEBAQGTTvMuA6MfAQEBAQEBAQEBAAEDd2Vi",
            "AgABQSHBDy+qXyWWgNf1Y9I/nYOUn7KWZ4ABAAAB2G3/eadaVZeKnHaDoG+9bIPqtNyVZ4AEAAMACYPgwb2VZwTBqlWhE4O6twMDAIPQuxv9ugkAg+a/MwMA",
            "g4rzHgMAg7q3A57BA8CAYIO6twPDuAJAg/LQLAMAg/CyUgMAg9Cv1oZnHAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABB4OUn7KWZwEBAQARc2VuLm5w",
            "c19kZXRyYWN0b3ICAQERc2VuLm5wc19kZXRyYWN0b3IBAADHwAISaGFzaC1vZi1vbmUtY2FyZC0xAAEBE29iamVjdGl2ZS1jb25maXJtZWSDmvnAlWeD+tu4",
            "z2eD2u+D22cA");

    private final StateCodec codec = new StateCodec();

    @Test
    void aStateOfVersionOneIsWhatItWasAndKnowsNoProduct() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_1));

        assertThat(then.standing()).isEqualTo(withoutAbsence(now.standing(), then.standing()));
        assertThat(then.facts().usage()).isEqualTo(now.facts().usage());
        assertThat(then.facts().engagement()).isEqualTo(now.facts().engagement());
        assertThat(then.factCount()).isEqualTo(now.factCount());
        assertThat(then.facts().totals().product()).isEqualTo(Product.NONE);
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionTwoStandsAsItDidAndKnowsNothingTakenBack() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_2));

        assertThat(then.standing()).isEqualTo(withoutAbsence(now.standing(), then.standing()));
        assertThat(then.facts().usage()).isEqualTo(now.facts().usage());
        assertThat(then.facts().engagement()).isEqualTo(now.facts().engagement());
        assertThat(then.facts().standing().totals())
                .isEqualTo(now.facts().standing().totals());
        assertThat(then.facts().corrections()).isEqualTo(Corrections.NOTHING);
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionFourStandsAsItDidAndKnowsOfNoAbsence() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_4));

        assertThat(then.facts()).isEqualTo(now.facts());
        assertThat(then.standing()).isEqualTo(withoutAbsence(now.standing(), then.standing()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionFiveStandsAsItDidAndKnowsNoValues() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_5));

        assertThat(then.facts()).isEqualTo(now.facts());
        assertThat(then.standing()).isEqualTo(beforeSix(now.standing(), then.standing()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionFiveStandsAsItDidAndKnowsNoValueOfItsMilestones() {
        AccountState now = Lives.onboarding();

        AccountState then = codec.decode(Base64.getDecoder().decode(ONBOARDING_OF_VERSION_5));

        assertThat(milestones(then)).hasSize(2).isEqualTo(milestones(now));
        assertThat(milestones(then)).extracting(Milestone::value).containsOnly(Milestone.NO_VALUE);
        assertThat(then.standing()).isEqualTo(beforeSix(now.standing(), then.standing()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionSixStandsAsItDidAndHasNeitherParentNorChildren() {
        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_6));

        assertThat(then).isEqualTo(beforeTwelve(life()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionSevenStandsAsItDidInFewerBytes() {
        byte[] before = Base64.getDecoder().decode(VERSION_7);
        AccountState then = codec.decode(before);

        assertThat(then).isEqualTo(Lives.told());
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
        assertThat(codec.encode(then)).hasSizeLessThan(before.length);
    }

    @Test
    void aStateOfVersionEightStandsAsItDid() {
        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_8));

        assertThat(then).isEqualTo(beforeTwelve(life()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionTenStandsAsItDidAndHasNoGaps() {
        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_10));

        assertThat(then).isEqualTo(beforeTwelve(life()));
        assertThat(then.facts().usage().known().gaps()).isEmpty();
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void contractsOfVersionElevenAreWorthWhatTheirLinesWereFromDayToDay() {
        AccountState then = codec.decode(Base64.getDecoder().decode(CONTRACTS_OF_VERSION_11));

        assertThat(then).isEqualTo(Lives.contracts());
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionElevenStandsAsItDidAndKnowsWhoWasMet() {
        AccountState then = codec.decode(Base64.getDecoder().decode(VERSION_11));

        assertThat(then).isEqualTo(beforeTwelve(Lives.inTouch()));
        assertThat(then.facts().engagement().touches().met().byId()).hasSize(2);
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aLogOfVersionFourHearsOfUseFromItsNextTickOn() {
        LogState then = codec.decodeLog(Base64.getDecoder().decode(LOG_OF_VERSION_4));

        assertThat(then.usageSince()).isEmpty();
        assertThat(then.now()).isEqualTo(Day.at(3, 9));
        assertThat(codec.decodeLog(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aLogThatAVersionOfBeforeWroteIsKnownForIt() {
        byte[] before = Base64.getDecoder().decode(LOG_OF_VERSION_4);
        LogState then = codec.decodeLog(before);
        LogState named = new LogState(then.now(), then.sources(), then.openRuns(), "hash-of-one-card");

        assertThat(codec.ofBefore(before)).isTrue();
        assertThat(codec.ofBefore(codec.encode(named))).isFalse();
        assertThat(named.withoutModel()).isEqualTo(then);
    }

    /** {@link Lives#life()} as it was said while nothing was said of its severe ticket. */
    private static AccountState life() {
        AccountState now = Lives.life();
        Standing standing = now.standing();
        Said said = standing.said();
        Said then = new Said(
                said.levels(),
                said.grade(),
                said.profile(),
                said.confidence(),
                said.adoption(),
                said.extras() - Long.hashCode(Day.at(3, 1).toEpochMilli()),
                said.overridden(),
                said.readings(),
                said.children());
        Standing stood = new Standing(
                standing.boundary(), then, standing.watch(), standing.freeze(), standing.model(), standing.importing());
        return new AccountState(now.accountId(), now.facts(), stood, now.placed(), now.handed());
    }

    /** As far as versions before 12 knew it. */
    private static AccountState beforeTwelve(AccountState now) {
        Standing standing = now.standing();
        Watch watch = standing.watch();
        Standing then = new Standing(
                standing.boundary(),
                standing.said(),
                new Watch(watch.track(), watch.baseAt(), watch.base(), withoutAnswers(watch.told())),
                standing.freeze(),
                standing.model(),
                standing.importing());
        return new AccountState(now.accountId(), now.facts(), then, now.placed(), now.handed());
    }

    /** An episode did not know of which answers it told. */
    private static List<Told> withoutAnswers(List<Told> told) {
        return told.stream()
                .map(one -> one.rule() == Condition.DETRACTOR.position() ? with(Set.of(), one) : one)
                .toList();
    }

    private static Told with(Set<Long> subjects, Told told) {
        Verdict verdict = told.verdict();
        return new Told(
                told.rule(),
                told.openedAt(),
                told.openings(),
                told.transition(),
                told.status(),
                told.muted(),
                new Verdict(verdict.reason(), verdict.severity(), verdict.origin(), verdict.reasons(), subjects));
    }

    /** Neither were values kept with what was said. */
    private static Said withoutReadings(Said said) {
        return new Said(
                said.levels(),
                said.grade(),
                said.profile(),
                said.confidence(),
                said.adoption(),
                said.extras(),
                said.overridden(),
                Readings.NONE);
    }

    /** As far as versions before 5 knew it. */
    private static Standing withoutAbsence(Standing standing, Standing then) {
        Standing beforeSix = beforeSix(standing, then);
        Watch watch = beforeSix.watch();
        return new Standing(
                beforeSix.boundary(),
                beforeSix.said(),
                new Watch(
                        watch.track(),
                        watch.baseAt(),
                        watch.base(),
                        watch.told().stream()
                                .map(RecordedStatesTest::withoutSubjects)
                                .toList()),
                Freeze.NOTHING,
                beforeSix.model(),
                beforeSix.importing());
    }

    /**
     * As far as versions before 6 knew it.
     *
     * @param then whose track says which conditions held by the rules of then
     */
    private static Standing beforeSix(Standing standing, Standing then) {
        Watch watch = standing.watch();
        long[] flags = then.watch().track().flags();
        return new Standing(
                standing.boundary(),
                withoutReadings(standing.said()),
                new Watch(
                        new Track(
                                watch.track().at(),
                                watch.track().scores(),
                                flags,
                                watch.track().cards()),
                        watch.baseAt(),
                        watch.base(),
                        withoutAnswers(watch.told())),
                standing.freeze(),
                standing.model(),
                standing.importing());
    }

    /** Nor was any risk above medium then while little was known of the account. */
    private static Told withoutSubjects(Told told) {
        Verdict verdict = told.verdict();
        Severity severity = verdict.severity() == Severity.HIGH ? Severity.MEDIUM : verdict.severity();
        return new Told(
                told.rule(),
                told.openedAt(),
                told.openings(),
                told.transition(),
                told.status(),
                told.muted(),
                new Verdict(verdict.reason(), severity, verdict.origin(), verdict.reasons(), null));
    }

    private static List<Milestone> milestones(AccountState state) {
        return state.facts().engagement().milestones().byId().values().stream()
                .flatMap(history -> history.versions().stream())
                .map(Version::value)
                .toList();
    }
}
