package org.facedesk.desktop.ui;

/**
 * What a workflow finds around it in the window.
 *
 * @param operator whom its use cases act for
 * @param background this workflow's own: its tasks run one after the other, and wait for no other
 *     workflow's
 */
public record Surroundings(
    SignedIn operator,
    Background background,
    Dialogs dialogs,
    FilePicker files,
    Navigation navigation,
    Appearance appearance,
    Vouching vouching) {}
