// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * {@link TypeExcludeFilter} of {@link SsoConnectionsTest}.
 */
final class SsoConnectionsTypeExcludeFilter
		extends StandardAnnotationCustomizableTypeExcludeFilter<SsoConnectionsTest> {

	SsoConnectionsTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

}
