package org.facedesk.desktop.login;

import java.time.InstantSource;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.SignIn;

/** What signing in and the operators' accounts stand on. */
public record LoginServices(SignIn signIn, OperatorAdministration operators, InstantSource clock) {}
