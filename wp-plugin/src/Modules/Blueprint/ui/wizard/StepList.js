// The six steps in a row: how far each is, and the way to it.
import { __ } from '@wordpress/i18n';
import { Icon, check } from '@wordpress/icons';
import { way } from './steps';

export const NAMES = {
	welcome: __( 'Welcome', 'igny8' ),
	site: __( 'Site', 'igny8' ),
	structure: __( 'Structure', 'igny8' ),
	connect: __( 'Connect', 'igny8' ),
	keywords: __( 'Keywords', 'igny8' ),
	finish: __( 'Finish', 'igny8' ),
};

const SAID = {
	done: __( '(done)', 'igny8' ),
	skipped: __( '(skipped)', 'igny8' ),
};

/**
 * @param {Object}   props
 * @param {string}   props.step     The open one.
 * @param {Object}   props.standing
 * @param {Function} props.onOpen
 */
export default function StepList( { step, standing, onOpen } ) {
	return (
		<nav aria-label={ __( 'Steps of the setup', 'igny8' ) }>
			<ol className="igny8-stepper igny8-wizard__steps">
				{ way( step, standing ).map(
					( { step: name, state, isOpen }, index ) => (
						<li key={ name } className={ `is-${ state }` }>
							<button
								type="button"
								className="igny8-wizard__step"
								aria-current={
									state === 'current' ? 'step' : undefined
								}
								aria-disabled={ ! isOpen }
								onClick={ () =>
									isOpen &&
									state !== 'current' &&
									onOpen( name )
								}
							>
								<span
									className="igny8-stepper__dot"
									aria-hidden="true"
								>
									{ state === 'done' ? (
										<Icon icon={ check } size={ 20 } />
									) : (
										index + 1
									) }
								</span>
								<span className="igny8-wizard__name">
									{ NAMES[ name ] }
									{ SAID[ state ] && (
										<span className="screen-reader-text">
											{ ' ' }
											{ SAID[ state ] }
										</span>
									) }
								</span>
							</button>
						</li>
					)
				) }
			</ol>
		</nav>
	);
}
