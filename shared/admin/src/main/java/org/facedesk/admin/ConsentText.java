package org.facedesk.admin;

/**
 * What a person is asked to agree to, in one language.
 *
 * @param language a language tag
 * @param version changes whenever the words do
 * @param rights what they may ask for later; stands on the receipt
 */
public record ConsentText(
    String language, String version, String title, String body, String rights) {}
