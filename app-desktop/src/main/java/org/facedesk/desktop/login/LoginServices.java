package org.facedesk.desktop.login;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.facedesk.admin.Operator;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.SignIn;

/**
 * What signing in and the operators' accounts stand on.
 *
 * @param standing what an operator is as of now; empty if the account is not active any more
 */
public record LoginServices(
    SignIn signIn,
    OperatorAdministration operators,
    Function<Operator, Optional<Operator>> standing,
    InstantSource clock) {}
