// SPDX-License-Identifier: Apache-2.0

/**
 * Declarations as YAML files, which are read as data.
 */
@NullMarked
package io.github.ssoconnections.declarative.file;

import org.jspecify.annotations.NullMarked;
