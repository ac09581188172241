@NullMarked
package org.facedesk.server.openapi;

import org.jspecify.annotations.NullMarked;
