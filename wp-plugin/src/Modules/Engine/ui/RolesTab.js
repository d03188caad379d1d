// Settings → Roles: which role may do what in IGNY8.
import { CheckboxControl, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';

export default function RolesTab() {
	const { data, error, reload } = useOperation( 'engine.roles' );
	const [ saved, setSaved ] = useState( null );
	const save = useAction( 'engine.save_role' );
	const { roles, capabilities } = saved ?? data ?? {};

	const onTick = async ( role, name, isOn ) => {
		const names = capabilities.map( ( capability ) => capability.name );
		const before = { roles, capabilities };
		setSaved( {
			capabilities,
			roles: roles.map( ( other ) =>
				other === role ? { ...role, [ name ]: isOn } : other
			),
		} );
		const result = await save.run( {
			role: role.role,
			capabilities: names.filter( ( other ) =>
				other === name ? isOn : role[ other ]
			),
		} );
		setSaved( result ?? before );
	};
	if ( ! roles ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<p className="igny8-lead">
				{ __(
					'Rights are added to what a role may do anyway: an author with "Edit SEO values" changes those of their own posts. Every change is saved at once.',
					'igny8'
				) }
			</p>
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
			<Panel isFlush>
				<div className="igny8-matrix">
					<table>
						<thead>
							<tr>
								<th scope="col">{ __( 'Role', 'igny8' ) }</th>
								{ capabilities.map(
									( { name, label, description } ) => (
										<th key={ name } scope="col">
											{ label }
											<span className="igny8-matrix__note">
												{ description }
											</span>
										</th>
									)
								) }
							</tr>
						</thead>
						<tbody>
							{ roles.map( ( role ) => (
								<tr key={ role.role }>
									<th scope="row">{ role.name }</th>
									{ capabilities.map( ( { name, label } ) => (
										<td key={ name } data-label={ label }>
											<CheckboxControl
												aria-label={ sprintf(
													/* translators: 1: name of a role, 2: what it may do. */
													__( '%1$s: %2$s', 'igny8' ),
													role.name,
													label
												) }
												checked={ role[ name ] }
												disabled={
													role.is_fixed || save.isBusy
												}
												onChange={ ( isOn ) =>
													onTick( role, name, isOn )
												}
											/>
										</td>
									) ) }
								</tr>
							) ) }
						</tbody>
					</table>
				</div>
			</Panel>
			<p className="igny8-quiet">
				{ __(
					'Administrators keep all rights, so that somebody can always change them back.',
					'igny8'
				) }
			</p>
		</>
	);
}
